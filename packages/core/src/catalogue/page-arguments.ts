import { integer } from '../types/index.js';

/** The arguments that every paged action takes. */
export interface PageArguments {
  /** How many rows a page has. The greatest value that the platform takes is not known. @documented */
  readonly limit?: number | null | undefined;
  /** How many rows to skip. @documented */
  readonly offset?: number | null | undefined;
}

/** `limit` is 20 and `offset` 0 unless given. Source: protocol, documented. */
export const pageArguments = {
  limit: { type: integer({ min: 0 }), default: 20 },
  offset: { type: integer({ min: 0 }), default: 0 },
};
