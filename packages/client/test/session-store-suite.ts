import { inspect } from 'node:util';
import type { SessionStore, StoredSession } from '@streamone/client';
import { describe, expect, test } from 'vitest';

const KEY = 'canary-session-key-0123456789abc';

/** A session as a client keeps it. */
export function storedSession(id: string, more: Partial<StoredSession> = {}): StoredSession {
  return { id, key: `${KEY}${id}`, user: 'Us1', timeout: 3600, expiresAt: Date.now() + 3_600_000, ...more };
}

/** How an implementation is made for a test. */
export interface StoreUnderTest {
  /** An empty store. */
  readonly create: () => SessionStore | Promise<SessionStore>;
  /** One that keeps so many sessions at most, where it has such a limit. */
  readonly createSized?: (size: number) => SessionStore | Promise<SessionStore>;
}

/** What every session store must do; each implementation passes it. */
export function sessionStoreSuite(name: string, { create, createSized }: StoreUnderTest): void {
  describe(`session store: ${name}`, () => {
    test('gives back what was saved, field by field', async () => {
      const store = await create();
      const session = storedSession('a', { user: 'Žižkov', timeout: 60 });
      await store.save(session);
      expect(await store.load('a')).toEqual(session);
    });

    test('knows nothing of an unknown ID, nor of the names that objects have', async () => {
      const store = await create();
      for (const id of ['nosuch', '', 'constructor', '__proto__', 'a:b/../c']) {
        expect(await store.load(id)).toBeUndefined();
      }
    });

    test.for(['__proto__', 'a/b', 'a b\n', '日本語', 'x'.repeat(500)])('keeps a session with the ID %j', async (id) => {
      const store = await create();
      await store.save(storedSession('other'));
      await store.save(storedSession(id));
      expect(await store.load(id)).toEqual(storedSession(id, { expiresAt: expect.any(Number) as number }));
      await store.remove(id);
      expect(await store.load(id)).toBeUndefined();
      expect(await store.load('other')).toBeDefined();
    });

    test('replaces the session with the same ID, and no other', async () => {
      const store = await create();
      const other = storedSession('b');
      await store.save(other);
      await store.save(storedSession('a', { timeout: 1 }));
      await store.save(storedSession('a', { timeout: 2, user: 'Us2' }));
      expect(await store.load('a')).toMatchObject({ timeout: 2, user: 'Us2' });
      expect(await store.load('b')).toEqual(other);
    });

    test('forgets what is removed; removing again is no error', async () => {
      const store = await create();
      await store.save(storedSession('a'));
      await store.remove('a');
      await store.remove('a');
      await store.remove('nosuch');
      expect(await store.load('a')).toBeUndefined();
    });

    test('is not changed by who changes what they gave or got', async () => {
      const store = await create();
      const given: { -readonly [Name in keyof StoredSession]: StoredSession[Name] } = storedSession('a');
      await store.save(given);
      given.user = 'changed';
      const got = await store.load('a');
      expect(got?.user).toBe('Us1');
      try {
        Object.assign(got ?? {}, { user: 'changed', key: 'changed' });
      } catch {
        // Frozen is as good.
      }
      expect(await store.load('a')).toMatchObject({ user: 'Us1', key: `${KEY}a` });
    });

    test('loses none of many that are saved at once', async () => {
      const store = await create();
      const ids = Array.from({ length: 50 }, (_, at) => `id${at}`);
      await Promise.all(ids.map((id) => store.save(storedSession(id))));
      const kept = await Promise.all(ids.map((id) => store.load(id)));
      expect(kept.map((session) => session?.id)).toEqual(ids);
    });

    test('keeps the last of many saves of one session', async () => {
      const store = await create();
      await Promise.all(Array.from({ length: 20 }, (_, at) => store.save(storedSession('a', { timeout: at + 1 }))));
      expect(await store.load('a')).toMatchObject({ timeout: 20 });
    });

    test('shows no key in a dump', async () => {
      const store = await create();
      await store.save(storedSession('a'));
      const dump = inspect(store, { showHidden: true, depth: Infinity, getters: true });
      expect(`${dump}\n${JSON.stringify(store)}`).not.toContain('canary');
    });

    test.each(createSized === undefined ? [] : [createSized])(
      'forgets the session that was saved longest ago',
      async (sized) => {
        const store = await sized(2);
        await store.save(storedSession('a'));
        await store.save(storedSession('b'));
        await store.save(storedSession('a'));
        await store.save(storedSession('c'));
        expect(await store.load('b')).toBeUndefined();
        expect(await store.load('a')).toBeDefined();
        expect(await store.load('c')).toBeDefined();
      },
    );
  });
}
