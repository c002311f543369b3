import type { Explanation } from '../explain/explanation.js';

/**
 * A request that was not one of the API (an upload, a media link, a page), as whoever answered it
 * tells the journal of it.
 */
export interface JournalNote {
  readonly method: string;
  /** Path and query, as received; secrets in the query are masked by their names. */
  readonly target: string;
  readonly httpStatus: number;
  /** How long it took to answer, in milliseconds. */
  readonly durationMs: number;
  /** Why it was refused; nothing where it was not. Holds no secret. */
  readonly explanation?: Explanation;
  /** What it belongs to, for filters, as `upload`. */
  readonly command?: string;
  /** As `progressive`. */
  readonly action?: string;
  /** Who it is from, where that is known. */
  readonly actor?: { readonly type: 'user' | 'application'; readonly id: string };
  /** Fields that came in the body; secrets are masked by their names, files should be told by name and size. */
  readonly arguments?: { readonly [name: string]: unknown };
}
