import { drawPoster } from './draw-poster.js';
import type { PosterSize } from './poster-size.js';

const QUALITY = 80;

/** How many posters are remembered, and how large they may be, in bytes. */
const MOST = 100;
const LARGEST = 65_536;

const drawn = new Map<string, Uint8Array<ArrayBuffer>>();

let turn: Promise<unknown> = Promise.resolve();

/** A large one takes most of a second, so they are made one by one, and other requests come between them. */
function inTurn<T>(make: () => T): Promise<T> {
  const made = turn.then(async () => {
    await new Promise((resolve) => void setTimeout(resolve));
    return make();
  });
  turn = made.catch(() => undefined);
  return made;
}

/**
 * A generated poster as JPEG: always the same for the same text and size.
 *
 * @param signal fails it with its reason, where nobody waits any more when its turn comes
 */
export async function posterJpeg(of: string, size: PosterSize, signal: AbortSignal): Promise<Uint8Array<ArrayBuffer>> {
  const key = `${of} ${size.width}x${size.height}`;
  const known = drawn.get(key);
  if (known !== undefined) return known;
  const { encodeJpeg } = await import('./encode-jpeg.js');
  const jpeg = await inTurn(() => {
    signal.throwIfAborted();
    return encodeJpeg(drawPoster(of, size), QUALITY);
  });
  if (jpeg.length <= LARGEST) drawn.set(key, jpeg);
  const [oldest] = drawn.keys();
  if (drawn.size > MOST && oldest !== undefined) drawn.delete(oldest);
  return jpeg;
}
