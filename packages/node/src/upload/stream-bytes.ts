import { Readable } from 'node:stream';

/** A stream's bytes, and the way to tell it that nobody reads it any more. */
export interface StreamBytes {
  readonly read: () => AsyncIterable<unknown>;
  readonly leave: () => void;
}

/** By a reader of our own: it can give the stream up while it waits for a chunk, as an iteration can't. */
function webBytes(stream: ReadableStream<unknown>): StreamBytes {
  let reader: ReadableStreamDefaultReader<unknown> | undefined;
  async function* read(): AsyncGenerator<unknown, void, undefined> {
    reader = stream.getReader();
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      yield value;
    }
  }
  return { read, leave: () => void (reader ?? stream).cancel().catch(() => undefined) };
}

/** How the bytes of a stream are read, whichever kind it is. */
export function bytesOf(stream: AsyncIterable<unknown>): StreamBytes {
  if (stream instanceof ReadableStream) return webBytes(stream);
  // One that fails before it is read tells so when it is: Node ends the program for an error that nobody hears.
  if (stream instanceof Readable) stream.on('error', () => undefined);
  const leave = (): void => {
    if ('destroy' in stream && typeof stream.destroy === 'function') stream.destroy();
  };
  return { read: () => stream, leave };
}
