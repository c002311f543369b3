import { EventEmitter } from 'node:events';
import type { Argument, Command, Option } from 'commander';
import type { ValueSource } from '../src/completion/completion-tree.ts';
import { actionCommand } from '../src/commands/action-command.ts';
import { ownCommands } from '../src/program/command-list.ts';
import { createContext } from '../src/program/create-context.ts';
import { createProgram } from '../src/program/create-program.ts';
import type { KnownAction } from '../src/program/known-action.ts';
import type { DescribedArgument, DescribedCommand, DescribedOption } from './described-command.ts';
import { argumentSource, fieldSource, optionSource, typeSource } from './value-sources.ts';

/** What help prints below the options. */
function textAfter(command: Command): string {
  let text = '';
  // Commander's types don't tell that its commands are emitters, and by what it adds to help.
  if (!(command instanceof EventEmitter)) throw new TypeError('a command is no EventEmitter any more');
  command.emit('afterHelp', { error: false, command, write: (part: string) => (text += part) });
  return text.trim();
}

function sourceOf(option: Option, entry: KnownAction | undefined): ValueSource | undefined {
  const name = option.long?.slice(2) ?? '';
  if (option.argChoices !== undefined) return option.argChoices;
  const names = Object.keys(entry?.arguments ?? {});
  if (entry !== undefined && name === 'fields') return fieldSource(entry);
  if (entry !== undefined && name === 'unset') return names;
  if (entry !== undefined && name === 'arg') return names.map((each) => `${each}=`);
  const argument = option.helpGroupHeading === 'Arguments:' ? entry?.arguments[name] : undefined;
  return argument === undefined ? optionSource(name) : typeSource(name, argument.type);
}

function describeOption(option: Option, entry: KnownAction | undefined): DescribedOption {
  const { flags, short, long, required, optional, description, helpGroupHeading, defaultValue, argChoices } = option;
  const takesOne = required ? 1 : 0;
  const notes = [
    argChoices === undefined ? '' : `one of ${argChoices.join(', ')}`,
    typeof defaultValue === 'string' ? `default: ${defaultValue}` : '',
  ].filter((each) => each !== '');
  return {
    flags,
    names: [short, long].flatMap((each) => each ?? []),
    takes: optional ? 2 : takesOne,
    description: notes.length === 0 ? description : `${description} [${notes.join('; ')}]`,
    group: helpGroupHeading ?? 'Options:',
    values: required || optional ? sourceOf(option, entry) : undefined,
  };
}

function describeArgument(argument: Argument): DescribedArgument {
  const { required, variadic, description, argChoices } = argument;
  const name = `${argument.name()}${variadic ? '...' : ''}`;
  const choices = argChoices === undefined ? '' : ` [one of ${argChoices.join(', ')}]`;
  return {
    term: required ? `<${name}>` : `[${name}]`,
    description: `${description}${choices}`.trim(),
    variadic,
    values: argChoices ?? argumentSource(argument.name()),
  };
}

function describe(command: Command, parent: string, summary: string, entry?: KnownAction): DescribedCommand {
  const path = `${parent} ${command.name()}`.trim();
  const usage = command.usage();
  return {
    name: command.name(),
    path,
    usage: `${path}${usage === '' ? '' : ` ${usage}`}`,
    summary: summary || command.summary() || command.description(),
    description: command.description(),
    options: command.options.filter(({ hidden }) => !hidden).map((option) => describeOption(option, entry)),
    arguments: command.registeredArguments.map(describeArgument),
    more: textAfter(command),
    commands: command.commands.map((child) => describe(child, path, '')),
    action: entry && Object.keys(entry.arguments),
  };
}

/** Every command there is, as it is told: the same commands that are run. No setting of whoever calls it counts. */
export async function describeTree(): Promise<DescribedCommand> {
  const context = createContext([], { STREAMONE_CONFIG: '/nowhere/config.toml' }, new AbortController().signal);
  const program = await createProgram(context, { name: undefined, next: undefined, help: true });
  const known = [...(await context.known()).values()];
  const commands: DescribedCommand[] = [];
  for (const stub of program.commands) {
    const own = ownCommands.find(({ name }) => name === stub.name());
    if (own !== undefined) {
      commands.push(describe((await own.load())(context), 'streamone', own.summary));
      continue;
    }
    const group = describe(stub, 'streamone', stub.summary());
    const actions = known.filter(({ command }) => command === stub.name());
    commands.push({
      ...group,
      commands: actions.map((entry) => describe(actionCommand(entry, context), group.path, '', entry)),
    });
  }
  return { ...describe(program, '', ''), commands };
}
