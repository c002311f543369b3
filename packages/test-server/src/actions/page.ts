import { Status } from '@streamone/core';
import { Refusal } from '../answer/refusal.js';
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
    throw new Refusal(Status.INPUT_ERROR, {
      summary: `The argument "limit" goes from 0 to ${maxLimit}.`,
      argument: 'limit',
      received: String(limit),
    });
  }
  if (offset < 0) {
    throw new Refusal(Status.INPUT_ERROR, {
      summary: 'The argument "offset" goes from 0 up.',
      argument: 'offset',
      received: String(offset),
    });
  }
  return { limit, offset };
}
