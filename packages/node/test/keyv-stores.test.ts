import { randomBytes } from 'node:crypto';
import KeyvRedis from '@keyv/redis';
import { Keyv } from 'keyv';
import { InvalidArgumentError, application, createClient, keyvCache, keyvSessionStore, user } from '@streamone/node';
import { createTestServer, startTestServer } from '@streamone/test-server';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { cachedResponse, responseCacheSuite } from '../../client/test/response-cache-suite.ts';
import { sessionStoreSuite, storedSession } from '../../client/test/session-store-suite.ts';
import { errorOf } from '../../client/test/test-client.ts';
import { type RedisServer, hasRedis, startRedis } from './redis-server.ts';
import { runShare } from './run-share.ts';

const keys = randomBytes(32);

sessionStoreSuite('Keyv in memory', { create: () => keyvSessionStore(new Keyv()) });
sessionStoreSuite('Keyv in memory, sealed', { create: () => keyvSessionStore(new Keyv(), { keys }) });
responseCacheSuite('Keyv in memory', { create: () => keyvCache(new Keyv()), lacks: ['clock', 'size'] });
responseCacheSuite('Keyv in memory, sealed', {
  create: () => keyvCache(new Keyv(), { keys }),
  lacks: ['clock', 'size'],
});

describe.skipIf(!hasRedis)('with a real Redis', () => {
  let redis: RedisServer;
  const opened: Keyv[] = [];
  /** Those whose Redis is gone: they would wait for it for ever, so their client is ended as it is. */
  const gone: KeyvRedis<string>[] = [];
  const keyv = (namespace: string = randomBytes(6).toString('hex')): Keyv => {
    const made = new Keyv({ store: new KeyvRedis(redis.url), namespace });
    opened.push(made);
    return made;
  };
  beforeAll(async () => {
    redis = await startRedis();
  });
  afterEach(async () => {
    await Promise.all(opened.splice(0).map((each) => each.disconnect()));
  });
  afterAll(async () => {
    for (const { client } of gone) await client.destroy();
    await redis[Symbol.asyncDispose]();
  });

  sessionStoreSuite('Redis', { create: () => keyvSessionStore(keyv()) });
  sessionStoreSuite('Redis, sealed', { create: () => keyvSessionStore(keyv(), { keys }) });
  responseCacheSuite('Redis', { create: () => keyvCache(keyv()), lacks: ['clock', 'size'] });

  test('nothing at rest shows a key or an ID, once it is sealed', async () => {
    const { default: net } = await import('node:net');
    await keyvSessionStore(keyv('rest'), { keys }).save(storedSession('session-id'));
    const all = await new Promise<string>((resolve) => {
      const socket = net.connect(redis.port, '127.0.0.1');
      let text = '';
      socket.on('data', (bytes: Buffer) => {
        text += String(bytes);
        if (/rest/.test(text) && text.endsWith('\r\n')) socket.end();
      });
      socket.on('close', () => resolve(text));
      socket.write("KEYS *rest*\r\nEVAL \"return redis.call('GET', redis.call('KEYS', '*rest*')[1])\" 0\r\nPING\r\n");
    });
    expect(all).toMatch(/v1\./);
    expect(all).not.toMatch(/canary|session-id/);
  });

  test('two processes share a session: one logs in, the other acts, and its logout ends both', async () => {
    await using server = await startTestServer();
    const namespace = 'shared';
    const { credentials } = server;
    const store = keyvSessionStore(keyv(namespace), { keys });
    const app = createClient({
      url: server.url,
      auth: application(credentials.application),
      account: credentials.account,
      store,
    });
    const person = await app.login({ ...credentials.login, ip: '192.0.2.1' });
    const id = person.options.session?.id ?? '';
    const shared = {
      url: server.url,
      application: credentials.application,
      redis: redis.url,
      namespace,
      keys: keys.toString('hex'),
      id,
    };
    expect(await runShare({ ...shared, todo: 'viewme' })).toEqual({ username: credentials.login.username });
    expect(await person.user.viewme()).toMatchObject({ username: credentials.login.username });
    expect(await runShare({ ...shared, todo: 'logout' })).toEqual({ ended: true });
    expect(await errorOf(person.user.viewme())).toMatchObject({ name: 'SessionError' });
    await app.close();
  });

  test('a killed and restarted Redis: calls go on without the cache, then with it', async () => {
    const own = await startRedis();
    try {
      const server = createTestServer();
      const adapter = new KeyvRedis<string>(own.url);
      gone.push(adapter);
      const kept = new Keyv({ store: adapter, namespace: 'cache' });
      const cache = keyvCache(kept, { timeout: 200 });
      const { credentials } = server;
      const options = {
        url: server.url,
        fetch: server.fetch,
        auth: user(credentials.user),
        account: credentials.account,
      };
      const s1 = createClient({ ...options, cache });
      const view = async (): Promise<boolean> => (await s1.user.viewme().response()).cached;
      expect([await view(), await view()]).toEqual([false, true]);
      await own.kill();
      expect([await view(), await view()]).toEqual([false, false]);
      await own.restart();
      await expect.poll(async () => [await view(), await view()], { timeout: 8000 }).toEqual([true, true]);
    } finally {
      await own[Symbol.asyncDispose]();
    }
  });

  test('a session store that is gone is a clear error, not a missing session', async () => {
    const own = await startRedis();
    const adapter = new KeyvRedis<string>(own.url);
    gone.push(adapter);
    const kept = new Keyv({ store: adapter, namespace: 'sessions' });
    const store = keyvSessionStore(kept, { timeout: 200 });
    await store.save(storedSession('a'));
    await own.kill();
    for (const [operation, act] of Object.entries({
      load: () => store.load('a'),
      save: () => store.save(storedSession('b')),
      remove: () => store.remove('a'),
    })) {
      const error = await errorOf(act());
      expect(error).toMatchObject({ name: 'StoreError', operation, unreadable: false });
      expect(error.message).toMatch(new RegExp(`^the session store could not ${operation}: `));
      expect(JSON.stringify(error)).not.toContain('canary');
    }
  });
});

describe('a Keyv', () => {
  test('serves sessions or a cache, not both: clearing the one would end the other', () => {
    const one = new Keyv();
    keyvSessionStore(one);
    keyvSessionStore(one);
    expect(() => keyvCache(one)).toThrow(/^keyv: expected a Keyv of its own for the cache/);
  });

  test('that answers never is waited for no longer than its time', async () => {
    const never = new Promise<never>(() => undefined);
    const stuck = { get: () => never, set: () => never, delete: () => never, clear: () => never, on: () => undefined };
    const error = await errorOf(keyvSessionStore(stuck, { timeout: 20 }).load('a'));
    expect(error.message).toBe('the session store could not load: no answer within 20 ms');
  });

  test.each([['no JSON'], ['{"id":"a"}'], ['null'], [JSON.stringify(storedSession('other'))], [5]])(
    'that holds %j holds no session',
    async (value) => {
      const odd = {
        get: async () => value,
        set: async () => true,
        delete: async () => true,
        clear: async () => undefined,
        on: () => undefined,
      };
      const error = await errorOf(keyvSessionStore(odd).load('a'));
      expect(error.message).toMatch(/^the session store could not load: what it holds is no (session|text)$/);
      expect(error).toMatchObject({ unreadable: true });
      expect(error.message).not.toContain('canary');
    },
  );

  test('whose sessions are not sealed opens none where keys are given, and none by other keys', async () => {
    const inner = new Map<string, string>();
    const kept = {
      get: async (key: string) => inner.get(key),
      set: async (key: string, value: string) => inner.set(key, value),
      delete: async (key: string) => inner.delete(key),
      clear: async () => inner.clear(),
      on: () => undefined,
    };
    await keyvSessionStore(kept).save(storedSession('a'));
    expect((await errorOf(keyvSessionStore(kept, { keys }).load('a'))).message).toContain('is not sealed');
    await keyvSessionStore(kept, { keys }).save(storedSession('a'));
    expect(await errorOf(keyvSessionStore(kept, { keys: randomBytes(32) }).load('a'))).toMatchObject({
      message: expect.stringContaining('not by a key') as string,
      unreadable: true,
    });
  });

  test('keeps what it is given for its time', async () => {
    const times: (number | undefined)[] = [];
    const noting = {
      get: async () => undefined,
      set: async (_k: string, _v: string, ttl?: number) => times.push(ttl),
      delete: async () => true,
      clear: async () => undefined,
      on: () => undefined,
    };
    await keyvSessionStore(noting).save(storedSession('a', { timeout: 100 }));
    await keyvCache({ ...noting }, { lifetime: 5 }).set('a', cachedResponse(1));
    expect(times).toEqual([160_000, 5000]);
  });

  test.each([{ timeout: 0 }, { timeout: Number.NaN }, { timeout: Number.POSITIVE_INFINITY }])(
    '%j is refused',
    (options) => {
      expect(() => keyvSessionStore(new Keyv(), options)).toThrow(InvalidArgumentError);
      expect(() => keyvCache(new Keyv(), options)).toThrow(InvalidArgumentError);
    },
  );
  test('a lifetime of nothing is refused', () => {
    expect(() => keyvCache(new Keyv(), { lifetime: 0 })).toThrow(/^lifetime: /);
  });
});
