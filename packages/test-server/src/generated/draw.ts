import { type SeededRandom, seededRandom } from '../random/seeded-random.js';

/** FNV-1a, over UTF-16 code units. */
function hashed(text: string, start: number): number {
  let hash = start;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}

/** Chance that follows from words: under one seed the same words draw the same, whatever was drawn before. */
export function draw(seed: number, ...words: readonly string[]): SeededRandom {
  return seededRandom(hashed(words.join('\u0000'), (0x811c9dc5 ^ seed) >>> 0));
}

/** One of a list, which must not be empty. */
export function oneOf<T>(random: SeededRandom, [first, ...rest]: readonly [T, ...T[]]): T {
  const at = random.integer(0, rest.length);
  return at === 0 ? first : (rest[at - 1] ?? first);
}
