/** Waits for work that can't be stopped on the way, or is not to be; nobody need wait for it. @throws the signal's reason */
export function untilAborted<T>(work: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  return new Promise((resolve, reject) => {
    const end = (): void => reject(signal?.reason as Error);
    signal?.addEventListener('abort', end, { once: true });
    if (signal?.aborted === true) end();
    work.then(resolve, reject).finally(() => signal?.removeEventListener('abort', end));
  });
}
