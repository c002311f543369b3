import { InvalidArgumentError } from '@streamone/node';
import { parsePair } from '../arguments/parse-pair.js';
import { parseValue } from '../arguments/parse-value.js';
import { isSecretArgument } from '../arguments/secret-argument.js';
import { didYouMean } from '../output/did-you-mean.js';
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

/** Refuses a name that the action lacks; the one that was probably meant is told, else all. */
function checkName(entry: KnownAction, option: string, name: string): void {
  if (entry.openArguments || Object.hasOwn(entry.arguments, name)) return;
  const { command, action } = entry;
  const names = Object.keys(entry.arguments);
  const meant = didYouMean(name, names);
  const all = names.length === 0 ? 'It has none.' : `They are ${names.join(', ')}.`;
  throw new InvalidArgumentError({
    argument: option,
    expected: `the name of an argument of ${command}/${action}`,
    given: name,
    advice: `${meant || all} One that the catalogue lacks goes by: streamone call ${command}/${action} ${name}=…`,
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
  for (const pair of options.arg ?? []) {
    const [name, value] = parsePair(entry, pair);
    checkName(entry, '--arg', name);
    args.set(name, value);
  }
  for (const name of options.unset ?? []) {
    checkName(entry, '--unset', name);
    args.set(name, null);
  }
  return Object.fromEntries(args);
}
