import { inputError } from '../answer/input-error.js';
import type { State } from '../state/state.js';

/** Which rows of a list are asked for. */
export interface Page {
  readonly limit: number;
  readonly offset: number;
}

/**
 * Reads `limit` (20 unless given, documented) and `offset`. A negative one, and a limit above the
 * server's, is refused with status 6 (inferred).
 */
export function readPage(
  given: { readonly limit?: number | null; readonly offset?: number | null },
  { maxLimit }: State,
): Page {
  const limit = given.limit ?? 20;
  const offset = given.offset ?? 0;
  if (limit < 0 || limit > maxLimit) {
    throw inputError('limit', `The argument "limit" goes from 0 to ${maxLimit}.`, { received: String(limit) });
  }
  if (offset < 0) throw inputError('offset', 'The argument "offset" goes from 0 up.', { received: String(offset) });
  return { limit, offset };
}

/** The rows of a page, and how many there are in all, as an action answers them. */
export function pageOf<T, Row>(
  list: readonly T[],
  { limit, offset }: Page,
  write: (record: T) => Row,
): { readonly body: Row[]; readonly count: number } {
  return { body: list.slice(offset, offset + limit).map(write), count: list.length };
}
