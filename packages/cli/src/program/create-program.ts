import type { Action } from '@streamone/core/catalogue';
import { Command } from 'commander';
import { actionCommand } from '../commands/action-command.js';
import { callCommand } from '../commands/call-command.js';
import { type ClientOf, clientOf } from './client-of.js';
import { knownActions } from './known-action.js';

const INTRODUCTION = `The StreamOne API, version 3, from the command line.
Unofficial, not affiliated with the vendor.`;

const ENVIRONMENT = `
Credentials come from the environment:
  STREAMONE_USER_ID, STREAMONE_USER_PSK      a user, or
  STREAMONE_APP_ID, STREAMONE_APP_PSK        an application
  STREAMONE_AUTH_TYPE                        user or application, where both are set
  STREAMONE_API_URL                          address of the API
  STREAMONE_DEFAULT_ACCOUNT_ID               account to act in

Actions that the catalogue lacks become commands when you declare them:
  STREAMONE_ACTIONS                          module that exports what defineAction made

Example:
  streamone item view --searchtitle news --limit 5`;

/** The whole tree of commands: the catalogue's actions and those that the user declared. */
export function createProgram(own: readonly Action[]): Command {
  const known = knownActions(own);
  const client: ClientOf = (options) => clientOf(options, own);
  const program = new Command('streamone')
    .description(INTRODUCTION)
    .option('-V, --version', 'print the version')
    .addHelpText('after', ENVIRONMENT)
    .showHelpAfterError('(add --help for what is possible)')
    .exitOverride();
  program.addCommand(callCommand(known, client));
  const groups = new Map<string, Command>();
  for (const entry of known.values()) {
    const group = groups.get(entry.command) ?? new Command(entry.command).description(`actions of ${entry.command}`);
    groups.set(entry.command, group);
    group.addCommand(actionCommand(entry, client));
  }
  for (const group of groups.values()) program.addCommand(group);
  inherit(program);
  return program;
}

/** Commander hands settings on to commands made by `.command()`, not to those added. */
function inherit(parent: Command): void {
  for (const child of parent.commands) {
    child.copyInheritedSettings(parent);
    inherit(child);
  }
}
