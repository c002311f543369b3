import type { UploadOptions, UploadProgress } from './upload-options.js';
import type { OpenedSource } from './upload-source.js';

/** How often progress is told at most, in milliseconds. */
const TELL_EVERY = 100;

/**
 * Hands on the bytes of a source, and tells how many have left.
 *
 * @param count told of each chunk
 */
export async function* tellProgress(
  source: OpenedSource,
  onProgress: UploadOptions['onProgress'],
  count: (sent: number) => void,
): AsyncGenerator<Uint8Array, void, undefined> {
  const { size: total } = source;
  let sent = 0;
  let last = Number.NEGATIVE_INFINITY;
  const tell = (progress: UploadProgress): void => {
    last = performance.now();
    try {
      onProgress?.(progress);
    } catch {
      // The upload itself is well.
    }
  };
  for await (const chunk of source.read()) {
    yield chunk;
    sent += chunk.byteLength;
    count(sent);
    if (sent < total && performance.now() - last >= TELL_EVERY) tell({ sent, total });
  }
  tell({ sent, total });
}
