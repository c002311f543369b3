import { Command } from 'commander';
import { parsePair } from '../arguments/parse-pair.js';
import { printBody } from '../output/print-body.js';
import type { ClientOf } from '../program/client-of.js';
import { type GlobalOptions, addGlobalOptions } from '../program/global-options.js';
import type { KnownAction } from '../program/known-action.js';

/** `streamone call command/action name=value …`: any action, also one that the catalogue lacks. */
export function callCommand(known: ReadonlyMap<string, KnownAction>, clientOf: ClientOf): Command {
  const command = new Command('call')
    .description('call any action, also one that the catalogue lacks')
    .argument('<command/action>', 'as item/view')
    .argument('[name=value...]', 'arguments; name= unsets one')
    .option('--read', 'say that an action which the catalogue lacks only reads, so that it may be repeated');
  return addGlobalOptions(command).action(
    async (path: string, pairs: string[], options: GlobalOptions & { read?: boolean }) => {
      const declared = known.get(path);
      const args = Object.fromEntries(pairs.map((pair) => parsePair(declared, pair)));
      const call = clientOf(options).call(path, args, options.read === true ? { read: true } : {});
      await printBody(await call.response(), options);
    },
  );
}
