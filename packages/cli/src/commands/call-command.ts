import { InvalidArgumentError, isApiError } from '@streamone/node';
import type { Action } from '@streamone/core/catalogue';
import { Command } from 'commander';
import { pairedArguments } from '../arguments/paired-arguments.js';
import type { Context } from '../program/context.js';
import { type CallCommandOptions, addCallOptions, checkCallOptions, printCall } from './call-options.js';
import { declaredAction } from './declared-action.js';

interface CallOptions extends CallCommandOptions {
  readonly read?: boolean;
  readonly paged?: boolean;
}

const EXAMPLES = `
Examples:
  streamone call item/view limit=5 itemtype=video
  streamone call category/view --read --paged --all --ndjson
  echo '{"title": "One evening"}' | streamone call item/create --json-args -`;

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
    const { read = false, paged = false } = options;
    if (!paged && declared?.paged !== true && (options.all === true || options.max !== undefined)) {
      throw new InvalidArgumentError({
        argument: options.all === true ? '--all' : '--max',
        expected: 'an action with pages',
        given: path,
        advice: declared === undefined ? 'Add --paged where it has them.' : undefined,
      });
    }
    const args = await pairedArguments(context, declared, pairs, options.jsonArgs);
    if (options.dryRun === true) {
      const { printSignedRequest } = await import('./sign/print-signed-request.js');
      await printSignedRequest(context, declared ?? named(path), args, options);
      return;
    }
    const client = await context.client(options);
    const more = { signal: context.signal, ...(read && { read }) };
    try {
      const call = paged ? client.call(path, args, { ...more, paged }) : client.call(path, args, more);
      await printCall(call, options, declared?.output);
    } catch (error) {
      if (isApiError(error)) (await import('./tell-mistyped.js')).tellMistyped(path, declared, args);
      throw error;
    }
  });
}
