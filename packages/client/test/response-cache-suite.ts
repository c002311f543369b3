import { inspect } from 'node:util';
import type { CachedResponse, ResponseCache } from '@streamone/client';
import { describe, expect, test } from 'vitest';

/** A response as it is kept. */
export function cachedResponse(body: unknown, more: Partial<CachedResponse> = {}): CachedResponse {
  return {
    header: { status: 0, statusmessage: 'OK', cacheable: true, timezone: 'Europe/Amsterdam' },
    body,
    http: { status: 200, headers: { date: 'Mon, 01 Jan 2024 00:00:00 GMT' } },
    ...more,
  };
}

/** Settings that an implementation is made with. */
export interface CacheSettings {
  readonly size?: number;
  /** In seconds. */
  readonly lifetime?: number;
  /** In milliseconds. */
  readonly clock?: () => number;
}

/** How an implementation is made for a test. */
export interface CacheUnderTest {
  readonly create: (settings?: CacheSettings) => ResponseCache | Promise<ResponseCache>;
  /** What it leaves to others: a shared cache has clock and size of its own. */
  readonly lacks?: readonly ('clock' | 'size')[];
}

const BODIES: readonly unknown[] = [
  null,
  [],
  {},
  '',
  0,
  false,
  'Žižkov 日本語 🎬',
  [{ id: 'a', tags: [1, null, { x: 'y' }] }],
];
const KEYS = ['', ' ', '__proto__', 'constructor', 'a:b', 'a/../b', '["x",null]', '日本語', '\n\0', 'x'.repeat(5000)];

/** What every response cache must do; each implementation passes it. */
export function responseCacheSuite(name: string, { create, lacks = [] }: CacheUnderTest): void {
  describe(`response cache: ${name}`, () => {
    test.for(BODIES)('gives back a response with the body %j', async (body) => {
      const cache = await create();
      await cache.set('key', cachedResponse(body));
      expect(await cache.get('key')).toEqual(cachedResponse(body));
      expect(await cache.get('key')).toEqual(cachedResponse(body));
    });

    test('keeps keys of any text apart', async () => {
      const cache = await create();
      for (const key of KEYS) expect(await cache.get(key)).toBeUndefined();
      for (const [at, key] of KEYS.entries()) await cache.set(key, cachedResponse(at));
      for (const [at, key] of KEYS.entries()) expect((await cache.get(key))?.body).toBe(at);
      for (const key of ['A:B', 'a:b ', 'toString']) expect(await cache.get(key)).toBeUndefined();
    });

    test('replaces the response of a key', async () => {
      const cache = await create();
      await cache.set('key', cachedResponse(1));
      await cache.set('key', cachedResponse(2));
      expect((await cache.get('key'))?.body).toBe(2);
    });

    test('forgets everything when it is cleared, and works on', async () => {
      const cache = await create();
      await cache.set('a', cachedResponse(1));
      await cache.set('b', cachedResponse(2));
      await cache.clear();
      await cache.clear();
      expect([await cache.get('a'), await cache.get('b')]).toEqual([undefined, undefined]);
      await cache.set('a', cachedResponse(3));
      expect((await cache.get('a'))?.body).toBe(3);
    });

    test('is not changed by who changes what they gave or got', async () => {
      const cache = await create();
      const body = [{ id: 'a', tags: ['x'] }];
      await cache.set('key', cachedResponse(body));
      body[0]?.tags.push('changed');
      const got = (await cache.get('key'))?.body as typeof body;
      expect(got).toEqual([{ id: 'a', tags: ['x'] }]);
      got.push({ id: 'changed', tags: [] });
      got[0]?.tags.push('changed');
      expect((await cache.get('key'))?.body).toEqual([{ id: 'a', tags: ['x'] }]);
    });

    test('loses none of many that are set at once', async () => {
      const cache = await create();
      const keys = Array.from({ length: 50 }, (_, at) => `key${at}`);
      await Promise.all(keys.map((key) => cache.set(key, cachedResponse(key))));
      expect(await Promise.all(keys.map(async (key) => (await cache.get(key))?.body))).toEqual(keys);
    });

    test('shows no answer in a dump', async () => {
      const cache = await create();
      await cache.set('key', cachedResponse('canary'));
      const dump = inspect(cache, { showHidden: true, depth: Infinity, getters: true });
      expect(`${dump}\n${JSON.stringify(cache)}`).not.toContain('canary');
    });

    test.each(
      lacks.includes('clock') ? [] : ['keeps a response for its lifetime, not longer, and reading adds nothing'],
    )('%s', async () => {
      let now = 1_700_000_000_000;
      const cache = await create({ lifetime: 60, clock: () => now });
      await cache.set('key', cachedResponse(1));
      now += 59_999;
      expect((await cache.get('key'))?.body).toBe(1);
      now += 1;
      expect(await cache.get('key')).toBeUndefined();
      await cache.set('key', cachedResponse(2));
      now += 59_999;
      expect((await cache.get('key'))?.body).toBe(2);
    });

    test.each(lacks.includes('size') ? [] : ['forgets the response that was unused for longest'])('%s', async () => {
      const cache = await create({ size: 2 });
      await cache.set('a', cachedResponse('a'));
      await cache.set('b', cachedResponse('b'));
      await cache.get('a');
      await cache.set('c', cachedResponse('c'));
      expect(await cache.get('b')).toBeUndefined();
      expect((await cache.get('a'))?.body).toBe('a');
      await cache.set('c', cachedResponse('c2'));
      expect((await cache.get('a'))?.body).toBe('a');
      expect((await cache.get('c'))?.body).toBe('c2');
    });
  });
}
