/** What goes wrong, apart from statuses. */
export type FaultKind = 'html' | 'empty' | 'malformed' | 'truncated' | 'reset' | 'hang' | 'delay' | 'slow';

/** What goes wrong, and when. Exactly one of `status`, `http` and `kind` is given. */
export interface FaultOptions {
  /** Answers this status of the API, without doing what was asked. Any number from 1: clients must live with new ones. */
  readonly status?: number;
  /** Answers this HTTP status (200 to 599) with a text, without doing what was asked. */
  readonly http?: number;
  /** With `http` or `status`: the `Retry-After` header, in seconds. */
  readonly retryAfter?: number;
  /**
   * - `html`: a page of HTML instead of JSON, and nothing was carried out
   * - `empty`: HTTP 200 with nothing in it, and nothing was carried out
   * - `malformed`: the request is carried out, what arrives is half of the JSON, under the length of that half
   * - `truncated`: the request is carried out, the connection ends in the middle of the answer
   * - `reset`: the connection ends without an answer, and nothing was carried out
   * - `hang`: no answer ever, and nothing was carried out
   * - `delay`: the request is carried out, the answer comes `ms` later
   * - `slow`: the request is carried out, the body of the answer arrives piece by piece over `ms`
   */
  readonly kind?: FaultKind;
  /** With `delay` and `slow`: milliseconds, at most 600,000; 1000 unless given. */
  readonly ms?: number;
  /** How often it happens; without end unless given. */
  readonly times?: number;
  /** How many requests that fit pass before it starts; 0 unless given. */
  readonly after?: number;
  /** How likely it is for each request that fits, 0 to 1; 1 unless given. The same seed gives the same requests. */
  readonly probability?: number;
  /** Only requests of this command, as `item`. Uploads are `upload`. */
  readonly command?: string;
  /** Only requests of this action, as `view`. */
  readonly action?: string;
  /** Only requests that say that they are from this user or application: its ID, believed or not. */
  readonly actor?: string;
}

/** A fault that was ordered, and what became of it. */
export interface FaultEntry extends FaultOptions {
  /** Counts up from 1. */
  readonly id: number;
  /** How often it happened so far. */
  readonly happened: number;
}
