import { OutOfTimeError, type RunAttempts } from '@streamone/client/runtime';

/** Waits, or rejects as soon as the signal says so. */
function pause(milliseconds: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    const end = (): void => {
      clearTimeout(timer);
      reject(signal?.reason as Error);
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', end);
      resolve();
    }, milliseconds);
    signal?.addEventListener('abort', end, { once: true });
    if (signal?.aborted === true) end();
  });
}

/** Makes one attempt. @param milliseconds that it may take */
async function oneAttempt(
  once: (limit: AbortSignal) => Promise<void>,
  milliseconds: number,
  signal: AbortSignal | undefined,
): Promise<void> {
  const ends = new AbortController();
  const abort = (): void => ends.abort(signal?.reason);
  let timer: ReturnType<typeof setTimeout> | undefined;
  const outOfTime = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => {
      const error = new OutOfTimeError();
      // Rejected first: what the attempt makes of its end comes too late to count.
      reject(error);
      ends.abort(error);
    }, milliseconds);
  });
  signal?.addEventListener('abort', abort, { once: true });
  if (signal?.aborted === true) abort();
  try {
    await Promise.race([once(ends.signal), outOfTime]);
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', abort);
  }
}

/**
 * Attempts without ky, which other runtimes have: of its 9 kB a call needs this much. It passes the same tests.
 */
export const pageAttempts: RunAttempts = async ({ timeout, retries, signal, once, again }) => {
  const ends = performance.now() + timeout.total;
  for (let retry = 1; ; retry++) {
    const left = Math.max(0, ends - performance.now());
    try {
      return await oneAttempt(once, Math.min(timeout.attempt, left), signal);
    } catch (error) {
      // There is no time for another, whatever became of this one.
      const over = error instanceof OutOfTimeError && left <= timeout.attempt;
      const given = error instanceof Error && !over && retry <= retries ? again(error, retry) : undefined;
      if (given === undefined) throw error;
      await pause(given, signal);
    }
  }
};
