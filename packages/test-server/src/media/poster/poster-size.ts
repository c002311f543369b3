import { WebRefusal } from '../../web/web-refusal.js';

/** The size of a picture, in pixels. */
export interface PosterSize {
  readonly width: number;
  readonly height: number;
}

/** The size where none is asked for (inferred). */
const USUAL: PosterSize = { width: 640, height: 360 };

/** The greatest width and height. The platform's are not known (inferred). */
const LARGEST = 4096;

function pixels(name: string, given: string): number {
  const value = /^[1-9]\d{0,4}$/.test(given) ? Number(given) : Number.NaN;
  if (value <= LARGEST) return value;
  const expected = `pixels, a whole number from 1 to ${LARGEST}`;
  throw new WebRefusal(400, {
    summary: `${name}: expected ${expected}.`,
    argument: name,
    expected,
    received: given.slice(0, 80),
  });
}

/**
 * Reads the size of the picture that is asked for: `width` or `height`, of which the other follows by
 * 16:9 (inferred), or `size=WxH` (documented). `undefined` where none is.
 *
 * @throws WebRefusal (400) for what makes no sense, or more than one of the three (inferred).
 */
export function readPosterSize(query: URLSearchParams): PosterSize | undefined {
  const given = ['width', 'height', 'size'].filter((name) => query.has(name));
  if (given.length > 1) {
    throw new WebRefusal(400, { summary: 'Give one of width, height and size.', argument: given.join(', ') });
  }
  const [width, height, size] = [query.get('width'), query.get('height'), query.get('size')];
  if (width !== null) {
    const wide = pixels('width', width);
    return { width: wide, height: Math.max(1, Math.round((wide * 9) / 16)) };
  }
  if (height !== null) {
    const high = pixels('height', height);
    return { width: pixels('height', String(Math.max(1, Math.round((high * 16) / 9)))), height: high };
  }
  if (size === null) return undefined;
  const [wide = '', high = '', ...more] = size.split('x');
  return { width: pixels('size', more.length > 0 ? size : wide), height: pixels('size', high) };
}

/** The size of a picture where none is asked for. */
export function usualPosterSize(): PosterSize {
  return USUAL;
}
