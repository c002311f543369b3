import { InvalidArgumentError } from '@streamone/node';
import { parsePair } from '../arguments/parse-pair.js';
import { parseValue } from '../arguments/parse-value.js';
import { isSecretArgument } from '../arguments/secret-argument.js';
import type { Context } from '../program/context.js';
import { takenNames } from '../program/global-options.js';
import type { KnownAction } from '../program/known-action.js';
import type { CallCommandOptions } from './call-options.js';

/** Options of a command that is an action. */
export interface ActionOptions extends CallCommandOptions {
  readonly arg?: readonly string[];
  readonly unset?: readonly string[];
}

/** Whether an argument has an option of its own. */
export const hasOption = (name: string): boolean => !takenNames.has(name) && !isSecretArgument(name);

function checkUnset(entry: KnownAction, name: string): void {
  if (entry.openArguments || Object.hasOwn(entry.arguments, name)) return;
  const names = Object.keys(entry.arguments);
  throw new InvalidArgumentError({
    argument: '--unset',
    expected: names.length === 0 ? 'nothing, since this action has no arguments' : `one of ${names.join(', ')}`,
    given: name,
  });
}

/**
 * The arguments of an action: those of `--json-args`, then its options, then `--arg`, then `--unset`,
 * each stronger than those before.
 *
 * @throws InvalidArgumentError for one that can't be read.
 */
export async function actionArguments(
  context: Context,
  entry: KnownAction,
  options: ActionOptions,
): Promise<Readonly<Record<string, unknown>>> {
  const args = new Map<string, unknown>();
  if (options.jsonArgs !== undefined) {
    const { readJsonArgs } = await import('../arguments/read-json-args.js');
    for (const [name, value] of await readJsonArgs(context, entry, options.jsonArgs)) args.set(name, value);
  }
  const given = new Map<string, unknown>(Object.entries(options));
  for (const [name, { type }] of Object.entries(entry.arguments)) {
    const value = hasOption(name) ? given.get(name) : undefined;
    if (value !== undefined) args.set(name, typeof value === 'string' ? parseValue(type, value) : value);
  }
  for (const pair of options.arg ?? []) args.set(...parsePair(entry, pair));
  for (const name of options.unset ?? []) {
    checkUnset(entry, name);
    args.set(name, null);
  }
  return Object.fromEntries(args);
}
