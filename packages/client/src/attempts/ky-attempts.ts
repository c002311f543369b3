import { isStreamOneError } from '@streamone/core';
import ky from 'ky';
import { OutOfTimeError } from './out-of-time-error.js';
import type { RunAttempts } from './run-attempts.js';

const POST = ['post'];

/**
 * What ky is given for an answer. It decides on attempts, limits and waits, and never sees the body:
 * each copy of it would cost more than ky itself.
 */
const NO_CONTENT = new Response(null);

/** ky throws its own when a limit runs out; everything else that is thrown within is an error of ours. */
function ofKy(error: Error): Error {
  return error.name === 'TimeoutError' && !isStreamOneError(error) ? new OutOfTimeError() : error;
}

/** Attempts by ky: each is made in its `fetch`. */
export const kyAttempts: RunAttempts = async ({ url, timeout, retries, signal, once, again }) => {
  let wait = 0;
  try {
    await ky(url, {
      method: 'post',
      throwHttpErrors: false,
      timeout: timeout.attempt,
      totalTimeout: timeout.total,
      ...(signal !== undefined && { signal }),
      fetch: async (request) => {
        await once((request as Request).signal);
        return NO_CONTENT;
      },
      retry: {
        limit: retries,
        methods: POST,
        shouldRetry: ({ error, retryCount }) => {
          const delay = again(ofKy(error), retryCount);
          wait = delay ?? 0;
          return delay !== undefined;
        },
        delay: () => wait,
      },
    });
  } catch (error) {
    throw error instanceof Error ? ofKy(error) : error;
  }
};
