const ID_CHARACTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-';
const KEY_CHARACTERS = ID_CHARACTERS.slice(0, 62);

/** Pseudo-random numbers that are the same for the same seed. Not for secrets of the real world. */
export interface SeededRandom {
  /** Where it stands in its sequence. Set back, it gives the same numbers once more. */
  position: number;
  /** A number from 0 up to 1, 1 excluded. */
  next(): number;
  /** A whole number, both bounds included. */
  integer(from: number, to: number): number;
  /** An ID: 12 characters of `A-Z a-z 0-9 _ -`, as the platform makes today. */
  id(): string;
  /** A pre-shared key: 32 letters and digits. */
  key(): string;
}

/** Makes a generator (mulberry32) for a seed; every other number gives another sequence. */
export function seededRandom(seed: number): SeededRandom {
  // Close seeds would begin with close numbers; multiplying by an odd constant tears them apart.
  let state = Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b) >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const word = (length: number, characters: string): string => {
    let text = '';
    for (let at = 0; at < length; at++) text += characters[Math.floor(next() * characters.length)] ?? '';
    return text;
  };
  return {
    get position() {
      return state;
    },
    set position(position) {
      state = position;
    },
    next,
    integer: (from, to) => from + Math.floor(next() * (to - from + 1)),
    id: () => word(12, ID_CHARACTERS),
    key: () => word(32, KEY_CHARACTERS),
  };
}
