import { HttpError, NetworkError, type Sent, isApiError, retryAdvice } from '@streamone/core';
import type { FailureCodes } from '../transport/coded-failures.js';

/** What is retried, and why. */
export interface RetryQuestion {
  readonly error: unknown;
  /** Whether the limit of one attempt ran out. */
  readonly timedOut: boolean;
  /** Whether the action only reads. */
  readonly read: boolean;
  /** Whether the attempt reached the platform. */
  readonly sent: Sent;
  readonly command: string;
  /** Which retry it would be, from 1. */
  readonly retry: number;
  /** Whether a relay says that its refusal may be followed by another attempt; `undefined` where it did not refuse. */
  readonly repeatable?: boolean | undefined;
  /** What the server's `Retry-After` asked for, in milliseconds. */
  readonly retryAfter: number | undefined;
  /** The longest wait that it may ask for, in milliseconds. */
  readonly maxRetryAfter: number;
  /** What the runtime's codes tell, where it has any. */
  readonly failures?: FailureCodes | undefined;
}

const FIRST_WAIT = 300;
const LONGEST_WAIT = 8000;
/** The platform throttles after failed logins and says nothing of how long. */
const THROTTLED_WAIT = 1000;

function backoff(retry: number, first: number): number {
  const wait = Math.min(LONGEST_WAIT, first * 2 ** (retry - 1));
  // Half of it by chance, so that clients which failed together do not come back together.
  return wait * (0.5 + Math.random() / 2);
}

function isThrottle(error: unknown): boolean {
  return isApiError(error) && retryAdvice(error.status) === 'after-wait';
}

function isRetryable({ error, timedOut, read, sent, command, repeatable, failures }: RetryQuestion): boolean {
  if (repeatable !== undefined) return repeatable && (read || sent === 'no');
  if (timedOut) return read || sent === 'no';
  if (error instanceof NetworkError) return error.sent === 'no' ? failures?.lasting(error.cause) !== true : read;
  if (!read || !(error instanceof HttpError || isApiError(error))) return false;
  // The platform throttles after failed logins: another try at a login only prolongs it.
  if (isThrottle(error) || error.httpStatus === 429) return command !== 'session';
  return (error.httpStatus ?? 200) >= 500;
}

/**
 * How long to wait before the next attempt, in milliseconds; `undefined` when there must be none. A
 * read is repeated after a network failure and HTTP 5xx, a write only where nothing was sent.
 */
export function retryDelay(question: RetryQuestion): number | undefined {
  if (!isRetryable(question)) return undefined;
  const { error, retry, retryAfter, maxRetryAfter } = question;
  if (retryAfter !== undefined) return Math.min(retryAfter, maxRetryAfter);
  return backoff(retry, isThrottle(error) ? THROTTLED_WAIT : FIRST_WAIT);
}
