/**
 * Settles with some work, or rejects as soon as the caller ends the call: what the work waits for (a
 * function for credentials, a middleware) may know nothing of the signal.
 */
export async function untilAborted<T>(work: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (signal === undefined) return work;
  let end: (() => void) | undefined;
  const aborted = new Promise<never>((_resolve, reject) => {
    end = () => reject(signal.reason as Error);
    signal.addEventListener('abort', end, { once: true });
  });
  try {
    return await Promise.race([work, aborted]);
  } finally {
    if (end !== undefined) signal.removeEventListener('abort', end);
  }
}
