import type { ResponseCache } from '@streamone/client/runtime';

/** A cache that outlives the page, and so may hold answers to somebody who was here before. */
export interface OwnedCache extends ResponseCache {
  /** Makes it this person's: what it holds of another is forgotten. */
  own(person: string): Promise<void>;
}

function isOwned(cache: ResponseCache): cache is OwnedCache {
  return 'own' in cache && typeof cache.own === 'function';
}

/** The caches of a client with a gateway: each holds answers to one person, and is emptied when that changes. */
export class PersonCaches {
  readonly #known = new Set<ResponseCache>();
  /** Another with each person, so that an answer which comes late is not kept for the next. */
  #term = {};

  /** A cache that is emptied with the others, whether it was used yet or not. */
  know(cache: ResponseCache): void {
    this.#known.add(cache);
  }

  /** A cache for answers to this person, for as long as they stay. */
  forPerson(cache: ResponseCache, person: string): ResponseCache {
    const term = this.#term;
    const holds = (): boolean => term === this.#term;
    this.know(cache);
    return {
      get: async (key) => {
        if (isOwned(cache)) await cache.own(person);
        return holds() ? cache.get(key) : undefined;
      },
      set: async (key, response) => {
        if (holds()) await cache.set(key, response);
      },
      clear: () => cache.clear(),
    };
  }

  /** Forgets every answer. A cache that can't be reached must not keep anybody logged in. */
  async empty(): Promise<void> {
    this.#term = {};
    await Promise.allSettled([...this.#known].map((cache) => cache.clear()));
  }
}
