/** What goes wrong, apart from statuses. */
export type FaultKind = 'html' | 'truncated' | 'empty' | 'reset' | 'hang' | 'delay';

/** What goes wrong, and when. Exactly one of `status`, `http` and `kind` is given. */
export interface FaultOptions {
  /** Answers this status of the API, without doing what was asked. */
  readonly status?: number;
  /** Answers this HTTP status (200 to 599) with a text, without doing what was asked. */
  readonly http?: number;
  /** With `http`: the `Retry-After` header, in seconds. */
  readonly retryAfter?: number;
  /**
   * - `html`: a page of HTML instead of JSON
   * - `empty`: HTTP 200 with nothing in it
   * - `truncated`: the request is carried out, the connection ends in the middle of the answer
   * - `reset`: the connection ends without an answer, and nothing was carried out
   * - `hang`: no answer ever, and nothing was carried out
   * - `delay`: the request is carried out, the answer comes `ms` later
   */
  readonly kind?: FaultKind;
  /** With `delay`: milliseconds. */
  readonly ms?: number;
  /** How often it happens; without end unless given. */
  readonly times?: number;
  /** How many requests that fit pass before it starts; 0 unless given. */
  readonly after?: number;
  /** How likely it is for each request that fits, 0 to 1; 1 unless given. The same seed gives the same requests. */
  readonly probability?: number;
  /** Only requests of this command, as `item`. */
  readonly command?: string;
  /** Only requests of this action, as `view`. */
  readonly action?: string;
}
