import jpeg from 'jpeg-js';
import type { Picture } from './draw-poster.js';

/** What the encoder wants of Node: a `Buffer` for its result, and of that no more than `from`. */
interface WithBuffer {
  Buffer?: { from(bytes: readonly number[]): Uint8Array };
}

/** Encodes a picture as JPEG. @param quality 1 to 100 */
export function encodeJpeg(picture: Picture, quality: number): Uint8Array<ArrayBuffer> {
  const runtime = globalThis as WithBuffer;
  const isMissing = runtime.Buffer === undefined;
  if (isMissing) runtime.Buffer = Uint8Array;
  try {
    return new Uint8Array(jpeg.encode(picture, quality).data);
  } finally {
    if (isMissing) delete runtime.Buffer;
  }
}
