import type { Action } from '@streamone/core/catalogue';
import type { Context } from '../program/context.js';
import { parsePair } from './parse-pair.js';

/** The arguments of a command that takes them as `name=value`, and by `--json-args`, which is weaker. @throws InvalidArgumentError */
export async function pairedArguments(
  context: Context,
  action: Action | undefined,
  pairs: readonly string[],
  jsonArgs: string | undefined,
): Promise<Readonly<Record<string, unknown>>> {
  const json =
    jsonArgs === undefined ? [] : await (await import('./read-json-args.js')).readJsonArgs(context, action, jsonArgs);
  return Object.fromEntries([...json, ...pairs.map((pair) => parsePair(action, pair))]);
}
