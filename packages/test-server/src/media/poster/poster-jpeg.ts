import { drawPoster } from './draw-poster.js';
import type { PosterSize } from './poster-size.js';

const QUALITY = 80;

/** How many posters are remembered, and how large they may be, in bytes. */
const MOST = 100;
const LARGEST = 65_536;

const drawn = new Map<string, Uint8Array<ArrayBuffer>>();

/** A generated poster as JPEG: always the same for the same text and size. */
export async function posterJpeg(of: string, size: PosterSize): Promise<Uint8Array<ArrayBuffer>> {
  const key = `${of} ${size.width}x${size.height}`;
  const known = drawn.get(key);
  if (known !== undefined) return known;
  const { encodeJpeg } = await import('./encode-jpeg.js');
  const jpeg = encodeJpeg(drawPoster(of, size), QUALITY);
  if (jpeg.length <= LARGEST) drawn.set(key, jpeg);
  const [oldest] = drawn.keys();
  if (drawn.size > MOST && oldest !== undefined) drawn.delete(oldest);
  return jpeg;
}
