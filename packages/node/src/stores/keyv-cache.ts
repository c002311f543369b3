import type { CachedResponse, ResponseCache } from '@streamone/client';
import { InvalidArgumentError } from '@streamone/core';
import type { KeyvLike } from './keyv-like.js';
import { type KeyvOptions, keyvShelf } from './keyv-shelf.js';

/** Settings of {@link keyvCache}. */
export interface KeyvCacheOptions extends KeyvOptions {
  /** How long an answer is kept, in seconds; 60 unless given. The platform itself names no time. */
  readonly lifetime?: number | undefined;
}

/**
 * Keeps answers by a Keyv, so that several processes share them. Give it a Keyv of its own, by a
 * namespace: `clear()` empties it. A store that fails or takes longer than `timeout` (500 ms unless given)
 * costs no call: the platform is asked instead.
 *
 * @throws InvalidArgumentError for a setting that makes no sense. Its methods reject with a StoreError.
 */
export function keyvCache(keyv: KeyvLike, options: KeyvCacheOptions = {}): ResponseCache {
  const { lifetime = 60, timeout = 500, keys } = options;
  if (!(lifetime > 0 && Number.isFinite(lifetime))) {
    throw new InvalidArgumentError({ argument: 'lifetime', expected: 'seconds, more than 0', given: lifetime });
  }
  const shelf = keyvShelf(keyv, 'the cache', { timeout, keys });
  return {
    async get(key) {
      const text = await shelf.get(key);
      return text === undefined ? undefined : (JSON.parse(text) as CachedResponse);
    },
    set: (key, response) => shelf.set(key, JSON.stringify(response), lifetime * 1000),
    clear: () => shelf.clear(),
  };
}
