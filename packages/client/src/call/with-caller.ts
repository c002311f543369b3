import { isStreamOneError } from '@streamone/core';

/**
 * Gives an error the stack of who made the call and awaits it, in the place of where in this package it came about.
 * Taken when the call failed, by the runtime's own trace of what awaits what, it costs a call that succeeds nothing.
 * A runtime without such a trace leaves the error as it is.
 *
 * @param inside the function that is called by now; it and what it calls are left out
 */
export function withCaller(error: unknown, inside: (...args: never[]) => unknown): unknown {
  if (!isStreamOneError(error) || !('captureStackTrace' in Error)) return error;
  const { captureStackTrace } = Error;
  if (typeof captureStackTrace !== 'function') return error;
  const before = error.stack;
  captureStackTrace(error, inside);
  // Nobody awaits it directly.
  if (error.stack === undefined || !/\n\s+at /.test(error.stack)) error.stack = before ?? '';
  return error;
}
