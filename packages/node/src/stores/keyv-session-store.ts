import type { SessionStore, StoredSession } from '@streamone/client';
import type { KeyvLike } from './keyv-like.js';
import { type KeyvOptions, keyvShelf } from './keyv-shelf.js';
import { readStoredSession } from './read-stored-session.js';
import { StoreError } from './store-error.js';

const WHAT = 'the session store';

/** How much longer than its timeout a session is kept, in milliseconds: clocks differ a little. */
const MARGIN = 60_000;

/**
 * Keeps sessions by a Keyv, and so in Redis, Valkey, Memcached, Postgres, SQLite or whatever else Keyv has an
 * adapter for: several processes share them. Give it a Keyv of its own, by a namespace. Whoever can read
 * the store can act as the people in it, unless the sessions are sealed by `keys`.
 *
 * @param options `timeout` is 5000 ms unless given
 * @throws InvalidArgumentError for a setting that makes no sense. Its methods reject with a StoreError.
 */
export function keyvSessionStore(keyv: KeyvLike, { timeout = 5000, keys }: KeyvOptions = {}): SessionStore {
  const shelf = keyvShelf(keyv, WHAT, { timeout, keys });
  return {
    async load(id) {
      const text = await shelf.get(id);
      if (text === undefined) return undefined;
      const session = readStoredSession(text, id);
      if (session !== undefined) return session;
      const reason = 'what it holds is no session';
      throw new StoreError({ store: WHAT, operation: 'load', reason, unreadable: true });
    },
    save: (session: StoredSession) => shelf.set(session.id, JSON.stringify(session), session.timeout * 1000 + MARGIN),
    remove: (id) => shelf.delete(id),
  };
}
