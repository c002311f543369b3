import { InvalidArgumentError } from '@streamone/core';
import type { CachedResponse, ResponseCache } from './response-cache.js';

/** Settings of {@link memoryCache}. */
export interface MemoryCacheOptions {
  /** How many answers are kept at most; 1000 unless given. The one unused for longest goes first. */
  readonly size?: number | undefined;
  /** How long an answer is kept, in seconds; 60 unless given. The platform itself names no time. */
  readonly lifetime?: number | undefined;
  /** The time, in milliseconds; `Date.now` unless given. */
  readonly clock?: (() => number) | undefined;
}

function check(argument: string, given: number, fits: boolean, expected: string): void {
  if (!fits) throw new InvalidArgumentError({ argument, expected, given });
}

/**
 * Keeps answers in the memory of this process.
 *
 * @throws InvalidArgumentError naming the setting that is wrong.
 */
export function memoryCache({ size = 1000, lifetime = 60, clock = Date.now }: MemoryCacheOptions = {}): ResponseCache {
  check('size', size, Number.isInteger(size) && size >= 1, 'a whole number of answers, 1 or more');
  check('lifetime', lifetime, lifetime > 0 && Number.isFinite(lifetime), 'seconds, more than 0');
  const kept = new Map<string, { readonly text: string; readonly until: number }>();
  return {
    async get(key) {
      const entry = kept.get(key);
      if (entry === undefined) return undefined;
      kept.delete(key);
      if (clock() >= entry.until) return undefined;
      kept.set(key, entry);
      return JSON.parse(entry.text) as CachedResponse;
    },
    async set(key, response) {
      kept.delete(key);
      // As text, so that nobody who was given an answer can change it for the next.
      kept.set(key, { text: JSON.stringify(response), until: clock() + lifetime * 1000 });
      const [oldest] = kept.keys();
      if (kept.size > size && oldest !== undefined) kept.delete(oldest);
    },
    async clear() {
      kept.clear();
    },
  };
}
