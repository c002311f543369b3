import { InvalidArgumentError } from '@streamone/core';
import type { ShownRecord } from './shown-record.js';

/** How many records are shown unless the query says, and at most. */
const USUAL = 100;
const MOST = 1000;

/** A page of records. */
export interface ShownPage {
  /** How many fit, on this page and beyond. */
  readonly count: number;
  readonly records: readonly ShownRecord[];
}

function whole(query: URLSearchParams, name: string, usual: number, most: number): number {
  const text = query.get(name);
  if (text === null) return usual;
  if (/^\d{1,15}$/.test(text) && Number(text) <= most) return Number(text);
  throw new InvalidArgumentError({ argument: name, expected: `a whole number from 0 to ${most}`, given: text });
}

function holds(value: unknown, text: string): boolean {
  return Array.isArray(value) ? value.some((element) => String(element) === text) : String(value) === text;
}

/**
 * Shows a page of records: `limit` and `offset`, and any field with the value that it must have (of
 * a list: that must be in it). What is masked can't be searched for.
 *
 * @param fields the fields that records have
 * @param show shows a record
 * @throws InvalidArgumentError for a field that records do not have, and a page that is none.
 */
export function shownPage<T>(
  records: Iterable<T>,
  query: URLSearchParams,
  fields: readonly string[],
  show: (record: T) => ShownRecord,
): ShownPage {
  const limit = whole(query, 'limit', USUAL, MOST);
  const offset = whole(query, 'offset', 0, Number.MAX_SAFE_INTEGER);
  const filters = [...query].filter(([name]) => name !== 'limit' && name !== 'offset');
  const unknown = filters.find(([name]) => !fields.includes(name));
  if (unknown !== undefined) {
    const expected = `limit, offset, or one of the fields ${fields.join(', ')}`;
    throw new InvalidArgumentError({ argument: 'query', expected, given: unknown[0] });
  }
  const fits = (record: T): boolean => {
    const shown = show(record);
    return filters.every(([name, text]) => holds(shown[name], text));
  };
  const fitting = filters.length === 0 ? [...records] : Array.from(records).filter(fits);
  return { count: fitting.length, records: fitting.slice(offset, offset + limit).map(show) };
}
