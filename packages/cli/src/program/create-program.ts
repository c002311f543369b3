import { Command } from 'commander';
import { wrapped } from '../output/wrap-paragraphs.js';
import { ownCommands } from './command-list.js';
import type { Context } from './context.js';
import type { NamedCommand } from './named-command.js';

const INTRODUCTION = `The StreamOne API, version 3, from the command line.
Unofficial, not affiliated with the vendor.`;

const MORE = `
Settings come from options, else the environment, else a profile:
  streamone configure                        makes a profile, and checks it
  streamone config show                      tells what is set, and where
  STREAMONE_USER_ID, STREAMONE_USER_PSK      a user, or
  STREAMONE_APP_ID, STREAMONE_APP_PSK        an application
  STREAMONE_AUTH_TYPE                        user or application, where both are set
  STREAMONE_API_URL                          address of the API
  STREAMONE_DEFAULT_ACCOUNT_ID               account to act in
  STREAMONE_SESSION                          in whose session to act
  STREAMONE_PROFILE, STREAMONE_CONFIG        the profile, and the file of profiles
  STREAMONE_ACTIONS                          modules that declare actions of your own

Exit codes: 0 done, 1 other, 2 usage, 3 invalid input, 4 authentication, 5 access denied,
  6 not found, 7 conflict or state, 8 rate limited, 69 no answer, 130 interrupted

Examples:
  streamone item view --searchtitle news --limit 5
  streamone item view --all --csv --fields id,title,account.name > items.csv`;

/**
 * The tree of commands, as much of it as is needed: the command that is named, else
 * names and summaries for the help and for suggestions.
 */
export async function createProgram(context: Context, named: NamedCommand): Promise<Command> {
  const program = new Command('streamone')
    .description(INTRODUCTION)
    .option('-V, --version', 'print the version')
    .addHelpText('after', MORE)
    // What stands behind a command is that command's: `test-server --version` tells of it.
    .enablePositionalOptions()
    .showHelpAfterError('(add --help for what is possible)')
    .configureOutput({
      writeOut: (text) => void process.stdout.write(wrapped(text, process.stdout)),
      writeErr: (text) => void process.stderr.write(wrapped(text, process.stderr)),
    })
    .exitOverride();
  const mine = ownCommands.find((each) => each.name === named.name);
  if (mine === undefined) {
    for (const { name, summary } of ownCommands) program.command(name).description(summary);
    const { addActions } = await import('../commands/add-actions.js');
    await addActions(program, context, named);
  } else {
    program.addCommand((await mine.load())(context));
  }
  inherit(program);
  return program;
}

/**
 * The words that stand for an unknown command, where there is one: to be parsed without `--help`, which
 * would show another command's help as if all were well.
 */
export function unknownWords(program: Command, { name, next }: NamedCommand): readonly string[] | undefined {
  if (name === undefined) return undefined;
  const command = program.commands.find((each) => each.name() === name);
  if (command === undefined) return [name];
  if (next === undefined || next === 'help' || command.commands.length === 0) return undefined;
  return command.commands.some((each) => each.name() === next) ? undefined : [name, next];
}

/** Commander hands settings on to commands made by `.command()`, not to those added. */
function inherit(parent: Command): void {
  for (const child of parent.commands) {
    child.copyInheritedSettings(parent);
    inherit(child);
  }
}
