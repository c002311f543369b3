import { AbortedError, TimeoutError, isStreamOneError } from '@streamone/core';
import ky from 'ky';
import type { Answer } from './answer.js';
import { attempt } from './attempt.js';
import type { PendingCall } from './pending-call.js';
import { retryDelay } from './retry-decision.js';
import { untilAborted } from './until-aborted.js';

const POST = ['post'];

/**
 * What ky is given for an answer. It decides on attempts, limits and waits, and never sees the body:
 * each copy of it would cost more than ky itself.
 */
const NO_CONTENT = new Response(null);

/** ky throws its own when a limit runs out; everything else that is thrown within is an error of ours. */
function isKyTimeout(error: unknown): boolean {
  return error instanceof Error && error.name === 'TimeoutError' && !isStreamOneError(error);
}

/**
 * Makes attempts until one is answered or none may follow. ky counts them, waits between them and
 * keeps the time limits; signing and sending happen anew for each in ky's `fetch`.
 *
 * @throws ApiError, TransportError or InvalidArgumentError
 */
export async function executeCall(call: PendingCall): Promise<Answer> {
  const { options, signal } = call.request;
  const { retry, timeout } = options;
  let answer: Answer | undefined;
  let wait = 0;
  try {
    signal?.throwIfAborted();
    await ky(options.url, {
      method: 'post',
      throwHttpErrors: false,
      timeout: timeout.attempt,
      totalTimeout: timeout.total,
      ...(signal !== undefined && { signal }),
      fetch: async (request) => {
        const limit = (request as Request).signal;
        const given = await untilAborted(attempt(call, limit), signal);
        limit.throwIfAborted();
        answer = given;
        return NO_CONTENT;
      },
      retry: {
        limit: retry.limit,
        methods: POST,
        shouldRetry: ({ error, retryCount }) => {
          const delay = decide(call, error, retryCount);
          wait = delay ?? 0;
          return delay !== undefined;
        },
        delay: () => wait,
      },
    });
  } catch (error) {
    throw ended(call, error);
  }
  if (answer === undefined) throw new Error('ky ended without an answer and without an error');
  return answer;
}

/** How long to wait before the next attempt; `undefined` for none. */
function decide(call: PendingCall, error: Error, retry: number): number | undefined {
  const { action, options, signal } = call.request;
  if (signal?.aborted === true) return undefined;
  const { sent, retryAfter } = call;
  const { command, readOnly: read } = action;
  const timedOut = isKyTimeout(error);
  if (timedOut) call.failed('TimeoutError', 'the attempt took too long');
  const { maxRetryAfter } = options.retry;
  const delay = retryDelay({ error, read, sent, command, retry, retryAfter, maxRetryAfter, timedOut });
  // A wait that the call has no time for would only hide what went wrong behind a TimeoutError.
  if (delay === undefined || call.elapsed + delay >= options.timeout.total) return undefined;
  call.log({ type: 'retry', delay, reason: timedOut ? 'the attempt took too long' : error.message });
  return delay;
}

/** The error for a call that ky ended. */
function ended(call: PendingCall, error: unknown): unknown {
  const { signal, options } = call.request;
  const { sent } = call;
  if (signal?.aborted === true) {
    call.failed('AbortedError', 'the caller ended it');
    return new AbortedError({
      ...call.place,
      sent,
      reason: `the caller ended it${call.doubt()}`,
      cause: signal.reason,
    });
  }
  if (!isKyTimeout(error)) return error;
  call.failed('TimeoutError', 'the attempt took too long');
  const { total, attempt: each } = options.timeout;
  const limit = total <= each || call.elapsed >= total - 1 ? 'total' : 'attempt';
  const timeout = options.timeout[limit];
  const ofAttempts = call.attempts > 1 ? `each of ${call.attempts} attempts` : 'one attempt';
  const limited = limit === 'total' ? 'the whole call' : ofAttempts;
  const reason = `no answer within ${timeout} ms (${limited})${call.doubt()}`;
  return new TimeoutError({ ...call.place, reason, sent, limit, timeout });
}
