import type { ResolvedTimeout } from '../options/resolve-limits.js';

/** Attempts of one call, to be made one after another. */
export interface AttemptsPlan {
  /** The API's address; without the call. */
  readonly url: string;
  readonly timeout: ResolvedTimeout;
  /** How many attempts may follow the first. */
  readonly retries: number;
  /** The caller's own; its reason is thrown when it ends the call. */
  readonly signal: AbortSignal | undefined;
  /** Makes one attempt. @param limit ends it: the caller's own signal or a time limit */
  readonly once: (limit: AbortSignal) => Promise<void>;
  /**
   * How long to wait before the next attempt, in milliseconds; `undefined` for none. Asked only where one may follow.
   *
   * @param retry which attempt after the first it would be, from 1
   */
  readonly again: (error: Error, retry: number) => number | undefined;
}

/**
 * Makes attempts until one succeeds or none may follow: counts them, waits between them, and keeps the time limits.
 * It rejects with what the last attempt threw, the signal's reason, or an OutOfTimeError.
 */
export type RunAttempts = (plan: AttemptsPlan) => Promise<void>;
