import { inputError } from '../answer/input-error.js';

/** Reads `orderfield`. @throws Refusal with 6 for a field that the action can't order by (inferred). */
export function readOrderField<const Field extends string>(
  given: string | null | undefined,
  fields: readonly [Field, ...Field[]],
): Field {
  if (given === null || given === undefined) return fields[0];
  const found = fields.find((field) => field === given);
  if (found !== undefined) return found;
  throw inputError('orderfield', `This action can't order by "${given}".`, {
    expected: fields.join(', '),
    received: given,
  });
}

/** Reads `order`, `asc` unless given (documented). @throws Refusal with 6 for another word (inferred). */
export function isDescending(order: string | null | undefined): boolean {
  if (order === 'desc') return true;
  if (order === 'asc' || order === null || order === undefined) return false;
  throw inputError('order', 'The argument "order" is asc or desc.', { expected: 'asc or desc', received: order });
}

/** Sorts by a key, equal ones by ID so that pages never overlap; a new list. */
export function sorted<T extends { readonly id: string }>(
  rows: readonly T[],
  key: (row: T) => number | string,
  descending: boolean,
): T[] {
  const keyed = rows.map((row) => ({ row, key: key(row) }));
  keyed.sort((a, b) => {
    if (a.key !== b.key) return a.key < b.key ? -1 : 1;
    return a.row.id < b.row.id ? -1 : 1;
  });
  const list = keyed.map(({ row }) => row);
  return descending ? list.toReversed() : list;
}
