import { InvalidArgumentError } from '@streamone/node';
import { Command } from 'commander';
import { pairedArguments } from '../../arguments/paired-arguments.js';
import { addOutputOptions, checkOutput } from '../../output/output-options.js';
import type { Context } from '../../program/context.js';
import { addGlobalOptions } from '../../program/global-options.js';
import { declaredAction } from '../declared-action.js';
import { type SignedRequestOptions, printSignedRequest } from './print-signed-request.js';

interface SignOptions extends SignedRequestOptions {
  readonly jsonArgs?: string;
}

const MORE = `
It prints the address, parameters and arguments, the string to sign, the signature, and a line for curl. Nothing is
sent. --dry-run does the same for any other command of an action. \`streamone verify\` goes the other way.

The platform takes a signature for some minutes around its timestamp (how many is not documented); until then whoever
has it can send this very request. With --timestamp a signature can be reproduced, to compare it with your own.

Examples:
  streamone sign item/view limit=5
  streamone sign item/view limit=5 --timestamp 1700000000 --query stringToSign --raw
  echo '{"title": "One evening"}' | streamone sign item/create --json-args -`;

/** `streamone sign command/action name=value …`: the request that would be sent, with its signature. */
export function signCommand(context: Context): Command {
  const command = new Command('sign')
    .description('Prints the signed request of an action, with what was signed, and sends nothing.')
    .argument('<command/action>', 'as item/view')
    .argument('[name=value...]', 'arguments; name= unsets one')
    .option('--json-args <json>', 'arguments as a JSON object; @file, or - for stdin')
    .option('--timestamp <seconds>', 'UNIX time to sign with; now unless given')
    .addHelpText('after', MORE);
  addOutputOptions(addGlobalOptions(command));
  return command.action(async (path: string, pairs: string[], options: SignOptions) => {
    await checkOutput(options);
    const [, name = '', action = ''] = /^([a-z][a-z0-9]*)\/([a-z][a-z0-9]*)$/.exec(path) ?? [];
    if (action === '') {
      throw new InvalidArgumentError({ expected: 'command/action, as item/view', given: path });
    }
    const declared = await declaredAction(context, path);
    const args = await pairedArguments(context, declared, pairs, options.jsonArgs);
    await printSignedRequest(context, declared ?? { command: name, action }, args, options);
  });
}
