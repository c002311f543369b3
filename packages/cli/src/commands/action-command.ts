import type { Call, CallOptions, StreamOneClient } from '@streamone/node';
import { Command, Option } from 'commander';
import type { Context } from '../program/context.js';
import type { KnownAction } from '../program/known-action.js';
import { type ActionOptions, actionArguments, hasOption } from './action-arguments.js';
import { actionOptions } from './action-option.js';
import { addCallOptions, checkCallOptions, printCall } from './call-options.js';
import { describeAction } from './describe-action.js';

type Method = (args: object, options: CallOptions) => Call<unknown>;

const collect = (text: string, former: readonly string[] = []): readonly string[] => [...former, text];

/** The client's own method, which also checks what `call` leaves to the platform: the account, unknown arguments. */
function methodOf(client: StreamOneClient, { command, action }: KnownAction): Method {
  const commands = client as unknown as Record<string, Record<string, Method> | undefined>;
  const method = commands[command]?.[action];
  if (method === undefined) throw new Error(`the client has no ${command}/${action}`);
  return method;
}

/** `streamone item view --limit 5`: an action of the catalogue with an option for each argument. */
export function actionCommand(entry: KnownAction, context: Context): Command {
  const command = new Command(entry.action).description(entry.description);
  for (const [name, argument] of Object.entries(entry.arguments)) {
    if (!hasOption(name)) continue;
    for (const option of actionOptions(name, argument)) command.addOption(option.helpGroup('Arguments:'));
  }
  const add = (flags: string, description: string): void => {
    command.addOption(new Option(flags, description).argParser(collect));
  };
  add('--arg <name=value>', 'an argument by its name');
  add('--unset <name>', 'send an argument empty, which unsets it: a filter off, a field cleared');
  addCallOptions(command, entry.paged).addHelpText('after', () => describeAction(entry));
  return command.action(async (options: ActionOptions) => {
    await checkCallOptions(options);
    const args = await actionArguments(context, entry, options);
    if (options.dryRun === true) {
      const { printSignedRequest } = await import('./sign/print-signed-request.js');
      await printSignedRequest(context, entry, args, options);
      return;
    }
    const method = methodOf(await context.client(options), entry);
    const call = method(args, { signal: context.signal });
    await printCall(call, options, entry.output);
    // For a person at a terminal; a script leaves nothing behind.
    if (entry.action === 'view' && process.stderr.isTTY) {
      const { rememberIds } = await import('../completion/remember-ids.js');
      await rememberIds(context.env, options, entry.command, await call);
    }
  });
}
