import { InvalidArgumentError, allCommands } from '@streamone/node';
import type { Action } from '@streamone/core/catalogue';
import { Command } from 'commander';
import { parsePair } from '../arguments/parse-pair.js';
import type { Context } from '../program/context.js';
import { type CallCommandOptions, addCallOptions, checkCallOptions, printCall } from './call-options.js';

interface CallOptions extends CallCommandOptions {
  readonly read?: boolean;
  readonly paged?: boolean;
}

const EXAMPLES = `
Examples:
  streamone call item/view limit=5 itemtype=video
  streamone call category/view --read --paged --all --ndjson
  echo '{"title": "One evening"}' | streamone call item/create --json-args -`;

/** The declaration of an action, of the user's own or of the catalogue. */
async function declaredAction(context: Context, path: string): Promise<Action | undefined> {
  const isIt = ({ command, action }: Action): boolean => `${command}/${action}` === path;
  const own = (await context.own()).findLast(isIt);
  if (own !== undefined) return own;
  const all: readonly Action[] = allCommands.flatMap(({ actions }) => Object.values<Action>(actions));
  return all.find(isIt);
}

function named(path: string): Pick<Action, 'command' | 'action'> {
  const [command = '', action = ''] = path.split('/');
  return { command, action };
}

/** `streamone call command/action name=value …`: any action, also one that the catalogue lacks. */
export function callCommand(context: Context): Command {
  const command = new Command('call')
    .description('Calls any action, also one that the catalogue lacks.')
    .argument('<command/action>', 'as item/view')
    .argument('[name=value...]', 'arguments; name= unsets one')
    .option('--read', 'say that an action which the catalogue lacks only reads, so that it may be repeated')
    .option('--paged', 'say that it has pages: a limit, an offset and a count')
    .addHelpText('after', EXAMPLES);
  return addCallOptions(command, true).action(async (path: string, pairs: string[], options: CallOptions) => {
    await checkCallOptions(options);
    const declared = await declaredAction(context, path);
    const { read = false, paged = false, jsonArgs } = options;
    if (!paged && declared?.paged !== true && (options.all === true || options.max !== undefined)) {
      throw new InvalidArgumentError({
        argument: options.all === true ? '--all' : '--max',
        expected: 'an action with pages',
        given: path,
        advice: declared === undefined ? 'Add --paged where it has them.' : undefined,
      });
    }
    const json =
      jsonArgs === undefined
        ? []
        : await (await import('../arguments/read-json-args.js')).readJsonArgs(context, declared, jsonArgs);
    const args = Object.fromEntries([...json, ...pairs.map((pair) => parsePair(declared, pair))]);
    if (options.dryRun === true) {
      const { printSignedRequest } = await import('./sign/print-signed-request.js');
      await printSignedRequest(context, declared ?? named(path), args, options);
      return;
    }
    const client = await context.client(options);
    const more = { signal: context.signal, ...(read && { read }) };
    await printCall(paged ? client.call(path, args, { ...more, paged }) : client.call(path, args, more), options);
  });
}
