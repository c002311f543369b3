import { inputError } from '../answer/input-error.js';
import { Refusal } from '../answer/refusal.js';
import type { StoredRecord } from '../state/records.js';
import type { Sought } from './find-record.js';

/**
 * Finds a part of a record, as an entry of a playlist.
 *
 * @throws Refusal with 6 when the argument is missing (inferred), else with the status given.
 */
export function findWithin<T extends StoredRecord>(
  parts: readonly T[],
  { argument, id, status }: Omit<Sought<T>, 'fits'>,
): T {
  if (id === undefined || id === null) throw inputError(argument, `The argument "${argument}" is missing.`);
  const part = parts.find((one) => one.id === id);
  if (part !== undefined) return part;
  throw new Refusal(status, { summary: `There is no ${argument} "${id}" in it.`, argument, received: id });
}
