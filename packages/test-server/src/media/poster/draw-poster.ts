import type { PosterSize } from './poster-size.js';

/** A picture, four bytes for each pixel. */
export interface Picture extends PosterSize {
  readonly data: Uint8Array<ArrayBuffer>;
}

/** Blocks across; the right half mirrors the left. */
const COLUMNS = 16;
const ROWS = 9;

/** A number from a text that is another for nearly every other text (FNV-1a). */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  return value >>> 0;
}

/** A colour from hue (in degrees), saturation and lightness (0 to 1). */
function colour(hue: number, saturation: number, lightness: number): readonly number[] {
  const strength = saturation * Math.min(lightness, 1 - lightness);
  return [0, 8, 4].map((shift) => {
    const turn = (shift + hue / 30) % 12;
    return Math.round(255 * (lightness - strength * Math.max(-1, Math.min(turn - 3, 9 - turn, 1))));
  });
}

/** Which colour each block has: the same for the same text. */
function blocks(seed: number): Uint8Array {
  const chosen = new Uint8Array(COLUMNS * ROWS);
  let state = seed || 1;
  for (let row = 0; row < ROWS; row++) {
    for (let column = 0; column < COLUMNS / 2; column++) {
      state ^= state << 13;
      state ^= state >>> 17;
      state ^= state << 5;
      const value = (state >>> 8) % 5;
      chosen[row * COLUMNS + column] = value;
      chosen[row * COLUMNS + COLUMNS - 1 - column] = value;
    }
  }
  return chosen;
}

/**
 * Draws a poster: a pattern of blocks that is always the same for an item and told apart from others'.
 *
 * @param of whose it is, and which: another text gives another pattern
 */
export function drawPoster(of: string, { width, height }: PosterSize): Picture {
  const seed = hash(of);
  const hue = seed % 360;
  const pattern = blocks(seed);
  const palette = [0.2, 0.2, 0.3, 0.42, 0.62].map((lightness, index) =>
    colour((hue + index * 12) % 360, 0.5, lightness),
  );
  const colours = Uint32Array.from(palette, ([red = 0, green = 0, blue = 0]) => {
    // The bytes in the order of the memory, which is that of the picture.
    return new Uint32Array(Uint8Array.of(red, green, blue, 255).buffer)[0] ?? 0;
  });
  const points = new Uint32Array(width * height);
  for (let y = 0; y < height; y++) {
    const row = Math.floor((y * ROWS) / height) * COLUMNS;
    for (let x = 0; x < width; x++) {
      points[y * width + x] = colours[pattern[row + Math.floor((x * COLUMNS) / width)] ?? 0] ?? 0;
    }
  }
  return { width, height, data: new Uint8Array(points.buffer) };
}
