import { InvalidArgumentError } from '@streamone/core';
import { checkNames } from './check-names.js';
import type { RetryOptions, TimeoutOptions } from './client-options.js';

/** How failed attempts are repeated, all of it set. */
export type ResolvedRetry = Required<{ readonly [Name in keyof RetryOptions]: number }>;

/** Time limits in milliseconds, both set. */
export type ResolvedTimeout = Required<{ readonly [Name in keyof TimeoutOptions]: number }>;

const RETRY: ResolvedRetry = Object.freeze({ limit: 2, maxRetryAfter: 30_000 });
const TIMEOUT: ResolvedTimeout = Object.freeze({ attempt: 10_000, total: 60_000 });

const RETRY_NAMES = new Set(Object.keys(RETRY));
const TIMEOUT_NAMES = new Set(Object.keys(TIMEOUT));

/** The longest wait that a timer takes, some 24 days. */
const LONGEST_WAIT = 2_147_483_647;

function check(right: boolean, argument: string, expected: string, given: unknown): void {
  if (!right) throw new InvalidArgumentError({ argument, expected, given });
}

/**
 * Brings the two forms of `retry` to one.
 *
 * @throws InvalidArgumentError naming the part that is wrong.
 */
export function resolveRetry(given: number | RetryOptions | undefined, otherwise = RETRY): ResolvedRetry {
  if (given === undefined) return otherwise;
  const options = typeof given === 'number' ? { limit: given } : given;
  checkNames(options, RETRY_NAMES);
  const { limit = otherwise.limit, maxRetryAfter = otherwise.maxRetryAfter } = options;
  check(Number.isInteger(limit) && limit >= 0 && limit <= 100, 'retry.limit', 'a whole number from 0 to 100', limit);
  const wait = typeof maxRetryAfter === 'number' && maxRetryAfter >= 0 && maxRetryAfter <= LONGEST_WAIT;
  check(wait, 'retry.maxRetryAfter', `milliseconds, from 0 to ${LONGEST_WAIT}`, maxRetryAfter);
  return Object.freeze({ limit, maxRetryAfter });
}

/**
 * Brings the two forms of `timeout` to one.
 *
 * @throws InvalidArgumentError naming the part that is wrong.
 */
export function resolveTimeout(given: number | TimeoutOptions | undefined, otherwise = TIMEOUT): ResolvedTimeout {
  if (given === undefined) return otherwise;
  const options = typeof given === 'number' ? { attempt: given, total: given } : given;
  checkNames(options, TIMEOUT_NAMES);
  const { attempt = otherwise.attempt, total = otherwise.total } = options;
  for (const [name, value] of Object.entries({ attempt, total })) {
    const right = typeof value === 'number' && value > 0 && value <= LONGEST_WAIT;
    check(right, `timeout.${name}`, `milliseconds, more than 0 and at most ${LONGEST_WAIT}`, value);
  }
  return Object.freeze({ attempt, total });
}
