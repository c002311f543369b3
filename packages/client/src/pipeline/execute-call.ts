import { AbortedError, TimeoutError } from '@streamone/core';
import { OutOfTimeError } from '../attempts/out-of-time-error.js';
import type { Answer } from './answer.js';
import { attempt } from './attempt.js';
import type { PendingCall } from './pending-call.js';
import { retryDelay } from './retry-decision.js';
import { untilAborted } from './until-aborted.js';
import { withNote } from './with-note.js';

/**
 * Makes attempts until one is answered or none may follow. The runtime's part counts them, waits between them and
 * keeps the time limits; signing and sending happen anew for each.
 *
 * @throws ApiError, TransportError or InvalidArgumentError
 */
export async function executeCall(call: PendingCall): Promise<Answer> {
  const { options, signal } = call.request;
  const { url, retry, timeout, attempts } = options;
  let answer: Answer | undefined;
  try {
    signal?.throwIfAborted();
    await attempts({
      url,
      timeout,
      retries: retry.limit,
      signal,
      once: async (limit) => {
        const given = await untilAborted(attempt(call, limit), signal);
        limit.throwIfAborted();
        answer = given;
      },
      again: (error, which) => decide(call, error, which),
    });
  } catch (error) {
    throw ended(call, error);
  }
  if (answer === undefined) throw new Error('the attempts ended without an answer and without an error');
  return answer;
}

function seconds(milliseconds: number): string {
  return `${Number((milliseconds / 1000).toFixed(1))} s`;
}

/** How long to wait before the next attempt; `undefined` for none. */
function decide(call: PendingCall, error: Error, retry: number): number | undefined {
  const { action, options, signal, watch } = call.request;
  if (signal?.aborted === true) return undefined;
  const { sent, retryAfter, repeatable } = call;
  const { command, readOnly: read } = action;
  const timedOut = error instanceof OutOfTimeError;
  if (timedOut) watch?.tookTooLong(call);
  const { failures } = options;
  const { maxRetryAfter } = options.retry;
  const delay = retryDelay({
    error,
    read,
    sent,
    command,
    retry,
    retryAfter,
    maxRetryAfter,
    timedOut,
    repeatable,
    failures,
  });
  if (delay === undefined) return undefined;
  const left = options.timeout.total - call.elapsed;
  // A wait that the call has no time for would only hide what went wrong behind a TimeoutError.
  if (delay >= left) {
    const wait = retryAfter === undefined ? 'a wait of' : 'Retry-After';
    call.unrepeated = `not repeated: ${wait} ${seconds(retryAfter ?? delay)} is longer than the ${seconds(left)} left`;
    return undefined;
  }
  watch?.again(call, delay, timedOut ? undefined : error);
  return delay;
}

/** The error for a call that ended without an answer. */
function ended(call: PendingCall, error: unknown): unknown {
  const { signal, options, watch } = call.request;
  const { sent } = call;
  if (signal?.aborted === true) {
    watch?.aborted(call);
    return new AbortedError({
      ...call.place,
      sent,
      reason: `the caller ended it${call.doubt()}`,
      cause: signal.reason,
    });
  }
  if (!(error instanceof OutOfTimeError))
    return call.unrepeated === undefined ? error : withNote(error, call.unrepeated);
  watch?.tookTooLong(call);
  const { total, attempt: each } = options.timeout;
  const limit = total <= each || call.elapsed >= total - 1 ? 'total' : 'attempt';
  const timeout = options.timeout[limit];
  const ofAttempts = call.attempts > 1 ? `each of ${call.attempts} attempts` : 'one attempt';
  const limited = limit === 'total' ? 'the whole call' : ofAttempts;
  const reason = `no answer within ${timeout} ms (${limited})${call.doubt()}`;
  return new TimeoutError({ ...call.place, reason, sent, limit, timeout });
}
