import { InvalidArgumentError } from '@streamone/core';
import type { SessionStore, StoredSession } from './session-store.js';

/** Settings of {@link memorySessionStore}. */
export interface MemorySessionStoreOptions {
  /** How many sessions are kept at most; 10,000 unless given. The one that was saved longest ago goes first. */
  readonly size?: number | undefined;
}

const made = new WeakSet<object>();

/** Whether a store is of this process alone, and bounded: one that {@link memorySessionStore} made. */
export function isMemorySessionStore(store: object): boolean {
  return made.has(store);
}

/**
 * Keeps sessions in the memory of this process.
 *
 * @throws InvalidArgumentError when the size is no size.
 */
export function memorySessionStore({ size = 10_000 }: MemorySessionStoreOptions = {}): SessionStore {
  if (!Number.isInteger(size) || size < 1) {
    throw new InvalidArgumentError({
      argument: 'size',
      expected: 'a whole number of sessions, 1 or more',
      given: size,
    });
  }
  // Private to the closure, so that no dump of the store shows a key.
  const sessions = new Map<string, StoredSession>();
  const store: SessionStore = {
    async load(id) {
      const session = sessions.get(id);
      return session && { ...session };
    },
    async save(session) {
      sessions.delete(session.id);
      sessions.set(session.id, { ...session });
      const [oldest] = sessions.keys();
      if (sessions.size > size && oldest !== undefined) sessions.delete(oldest);
    },
    async remove(id) {
      sessions.delete(id);
    },
  };
  made.add(store);
  return store;
}
