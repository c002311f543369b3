import type { Socket } from 'node:net';

/** Waits until a socket tells of an event; it is destroyed when it fails or the signal ends the waiting. */
export function settled<S extends Socket>(socket: S, event: string, signal: AbortSignal): Promise<S> {
  return new Promise((resolve, reject) => {
    const end = (error: Error): void => {
      socket.destroy();
      reject(error);
    };
    const abort = (): void => end(signal.reason as Error);
    if (signal.aborted) return abort();
    signal.addEventListener('abort', abort, { once: true });
    socket.once('error', end);
    socket.once(event, () => {
      signal.removeEventListener('abort', abort);
      resolve(socket);
    });
    return undefined;
  });
}
