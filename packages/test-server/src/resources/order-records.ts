import { inputError } from '../answer/input-error.js';
import { isDescending } from '../actions/order.js';
import type { Fields } from './argument-role.js';
import { comparable } from './comparable.js';
import type { OwnRecord } from './own-record.js';

/** The field that a value of `orderfield` means: its own name, or a date, as `created` for `datecreated` (by the documented values of `user/view`). */
export function orderField(given: unknown, fields: Fields): string | undefined {
  if (typeof given !== 'string') return undefined;
  return [given, `date${given}`].find((name) => Object.hasOwn(fields, name));
}

type Key = string | number | undefined;

/** What has nothing to order by comes first (inferred). */
function compared(left: Key, right: Key): number {
  if (left === right) return 0;
  if (left === undefined || right === undefined) return left === undefined ? -1 : 1;
  return left < right ? -1 : 1;
}

/**
 * Puts a list in the order of a key; equal ones, and all without a key, stay as they are.
 *
 * @param order `asc` unless given
 * @throws Refusal with 6 for another word than asc and desc (inferred).
 */
export function orderedBy<T>(
  list: readonly T[],
  key: ((each: T) => unknown) | undefined,
  order: unknown,
): readonly T[] {
  const descending = isDescending(typeof order === 'string' ? order : undefined);
  if (key === undefined) return descending ? list.toReversed() : list;
  const keyed = list.map((each) => ({ each, key: comparable(key(each)) }));
  const sorted = keyed.sort((a, b) => compared(a.key, b.key)).map(({ each }) => each);
  return descending ? sorted.toReversed() : sorted;
}

/**
 * Puts records in the order that `orderfield` and `order` ask for; those that are equal, and all unless a
 * field is given, in the order in which they were made (inferred).
 *
 * @throws Refusal with 6 for a field that the row has not (inferred).
 */
export function orderedRecords(
  list: readonly OwnRecord[],
  { orderfield, order }: { readonly orderfield?: unknown; readonly order?: unknown },
  fields: Fields,
): readonly OwnRecord[] {
  const field = orderField(orderfield, fields);
  if (field === undefined && typeof orderfield === 'string' && orderfield !== '') {
    throw inputError('orderfield', `This action can't order by "${orderfield}".`, {
      expected: Object.keys(fields).join(', '),
      received: orderfield,
    });
  }
  return orderedBy(list, field === undefined ? undefined : (record) => record[field], order);
}
