import { trickle } from './trickle.js';

/** A body that ends in an error half-way, as `fetch` shows a connection that broke. */
export function brokenBody(bytes: Uint8Array<ArrayBuffer>): ReadableStream<Uint8Array<ArrayBuffer>> {
  return new ReadableStream({
    start(controller) {
      controller.enqueue(bytes.subarray(0, Math.floor(bytes.length / 2)));
    },
    pull(controller) {
      controller.error(new TypeError('terminated'));
    },
  });
}

/**
 * A body that arrives piece by piece.
 *
 * @param ms over how many milliseconds
 * @param signal ends it in an error
 */
export function slowBody(
  bytes: Uint8Array<ArrayBuffer>,
  ms: number,
  signal: AbortSignal,
): ReadableStream<Uint8Array<ArrayBuffer>> {
  const left = new AbortController();
  const pieces = trickle(bytes, ms, AbortSignal.any([signal, left.signal]));
  return new ReadableStream(
    {
      async pull(controller) {
        const { done, value } = await pieces.next();
        if (done) controller.close();
        else controller.enqueue(value);
      },
      cancel: () => left.abort(),
    },
    // The pieces come whether somebody reads or not, as they do over a socket.
    { highWaterMark: Number.POSITIVE_INFINITY },
  );
}
