import { createHash, timingSafeEqual } from 'node:crypto';
import type { SessionStore } from '@streamone/client';
import { createTurns } from '../stores/turns.js';
import { randomId } from './gateway-cookie.js';
import { placeOf } from './kept-sessions.js';

/** How long a challenge may be answered here, in seconds; the platform's own limit is about 30 s (documented). */
export const LOGIN_SECONDS = 60;

function digest(text: string): string {
  return createHash('sha256').update(text).digest('base64url');
}

function same(one: string, other: string): boolean {
  const [first, second] = [Buffer.from(one), Buffer.from(other)];
  return first.length === second.length && timingSafeEqual(first, second);
}

/**
 * Binds each challenge to the browser that asked for it, by a random ID in a cookie of that browser: an answer that
 * somebody has overheard is worth nothing in another.
 */
export class PendingLogins {
  readonly #store: SessionStore;
  readonly #clock: () => number;
  readonly #inTurn = createTurns();

  constructor(store: SessionStore, clock: () => number) {
    this.#store = store;
    this.#clock = clock;
  }

  /** Takes note of a challenge. @returns the ID for the cookie */
  async begin(challenge: string): Promise<string> {
    const id = randomId();
    const expiresAt = this.#clock() + LOGIN_SECONDS * 1000;
    const place = placeOf('login', id);
    await this.#store.save({ id: place, key: digest(challenge), user: '-', timeout: LOGIN_SECONDS, expiresAt });
    return id;
  }

  /** Whether a challenge was given to the browser of this ID. It is forgotten in any case: each is answered once. @throws StoreError for a record that can't be read */
  take(id: string, challenge: string): Promise<boolean> {
    const place = placeOf('login', id);
    // One after the other: of answers that come together only the first may find it.
    return this.#inTurn(place, async () => {
      const record = await this.#store.load(place);
      if (record === undefined) return false;
      await this.#store.remove(place);
      return this.#clock() < record.expiresAt && same(record.key, digest(challenge));
    });
  }
}
