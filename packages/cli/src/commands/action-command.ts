import { type Call, InvalidArgumentError, type StreamOneClient } from '@streamone/node';
import { Command, Option } from 'commander';
import { parsePair } from '../arguments/parse-pair.js';
import { parseValue } from '../arguments/parse-value.js';
import { printBody } from '../output/print-body.js';
import type { ClientOf } from '../program/client-of.js';
import { type GlobalOptions, addGlobalOptions, takenNames } from '../program/global-options.js';
import type { KnownAction, KnownArgument } from '../program/known-action.js';
import { describeAction } from './describe-action.js';

interface ActionOptions extends GlobalOptions {
  readonly arg?: readonly string[];
  readonly unset?: readonly string[];
}

const collect = (text: string, former: readonly string[] = []): readonly string[] => [...former, text];

function describe({ type, required, default: initially, description = '' }: KnownArgument): string {
  const known = type.values && type.values.length > 0 ? ` (${type.values.join(', ')}, …)` : '';
  const notes = [
    required ? 'required' : '',
    initially === undefined ? '' : `${JSON.stringify(initially)} unless given`,
  ];
  const said = notes.filter(Boolean).join('; ');
  return `${description}${known}${said === '' ? '' : ` [${said}]`}`;
}

function addArgument(command: Command, name: string, argument: KnownArgument): void {
  const { type } = argument;
  if (type.name === 'Boolean') {
    command.addOption(new Option(`--${name}`, describe(argument)));
    command.addOption(new Option(`--no-${name}`, `not ${name}`));
    return;
  }
  const option = new Option(`--${name} <${type.name.toLowerCase().replaceAll(' ', '-')}>`, describe(argument));
  // A list may be given in one option with commas, or by several.
  if (type.element !== undefined)
    option.argParser((text: string, former?: string) => (former ? `${former},${text}` : text));
  command.addOption(option);
}

function given(entry: KnownAction, options: ActionOptions): Record<string, unknown> {
  const args: Record<string, unknown> = {};
  for (const [name, { type }] of Object.entries(entry.arguments)) {
    const value: unknown =
      Object.hasOwn(options, name) && !takenNames.has(name) ? options[name as keyof ActionOptions] : undefined;
    if (value !== undefined) args[name] = typeof value === 'string' ? parseValue(type, value) : value;
  }
  for (const pair of options.arg ?? []) {
    const [name, value] = parsePair(entry, pair);
    args[name] = value;
  }
  for (const name of options.unset ?? []) {
    if (!Object.hasOwn(entry.arguments, name)) {
      throw new InvalidArgumentError({
        argument: '--unset',
        expected: 'the name of an argument of this action',
        given: name,
      });
    }
    args[name] = null;
  }
  return args;
}

/** The client's own method, which also checks what `call` leaves to the platform: the account, unknown arguments. */
function methodOf(client: StreamOneClient, { command, action }: KnownAction): (args: object) => Call<unknown> {
  const commands = client as unknown as Record<string, Record<string, (args: object) => Call<unknown>> | undefined>;
  const method = commands[command]?.[action];
  if (method === undefined) throw new Error(`the client has no ${command}/${action}`);
  return method;
}

/** `streamone item view --limit 5`: an action of the catalogue with an option for each argument. */
export function actionCommand(entry: KnownAction, clientOf: ClientOf): Command {
  const command = new Command(entry.action).description(entry.description);
  for (const [name, argument] of Object.entries(entry.arguments)) {
    if (!takenNames.has(name)) addArgument(command, name, argument);
  }
  command
    .addOption(new Option('--arg <name=value>', 'an argument by its name').argParser(collect))
    .addOption(new Option('--unset <name>', 'send an argument empty, which unsets it').argParser(collect))
    .addHelpText('after', describeAction(entry));
  return addGlobalOptions(command).action(async (options: ActionOptions) => {
    const call = methodOf(clientOf(options), entry)(given(entry, options));
    await printBody(await call.response(), options);
  });
}
