// oxlint-disable unicorn/consistent-function-scoping -- what only one test needs is read beside it
import { type CachedResponse, type ResponseCache, memoryCache } from '@streamone/client';
import { application, session, user } from '@streamone/core';
import { describe, expect, test } from 'vitest';
import { type Reply, type ScriptedServer, by, refusal, startScriptedServer, success } from './scripted-server.ts';
import { APP_PSK, LOGIN, argumentsOf, keyOf, startSessionPlatform } from './session-platform.ts';
import { PSK, clientOf, keptLog, rows } from './test-client.ts';

const keep = { cacheable: true };

/** A cache that can be looked into. */
function openCache(): ResponseCache & { readonly kept: Map<string, string> } {
  const kept = new Map<string, string>();
  return {
    kept,
    get: async (key) => {
      const text = kept.get(key);
      return text === undefined ? undefined : (JSON.parse(text) as CachedResponse);
    },
    set: async (key, response) => void kept.set(key, JSON.stringify(response)),
    clear: async () => kept.clear(),
  };
}

/** Answers each request with its number. */
function startCounting(header: object = keep): Promise<ScriptedServer> {
  let count = 0;
  return startScriptedServer([by(() => success([{ id: `row${(count += 1)}` }], { count: 1, ...header }))]);
}

describe('an answer is kept', () => {
  test('and given again, as itself, without a request', async () => {
    await using server = await startScriptedServer([
      success(
        [{ id: 'a', title: 'é' }],
        { ...keep, count: 9 },
        {
          headers: [
            ['X-Which', 'first'],
            ['Set-Cookie', 'canary=1'],
          ],
        },
      ),
      refusal(1, 'one request too many'),
    ]);
    const log = keptLog();
    const client = clientOf(server.url, { cache: memoryCache(), log: log.log });
    const first = await client.item.view({ limit: 1 }).response();
    const second = await client.item.view({ limit: 1 }).response();
    expect(first).toMatchObject({ cached: false, attempts: 1 });
    expect(second).toMatchObject({ cached: true, attempts: 0, header: first.header });
    expect(second.body).toEqual(first.body);
    expect(second.body.total).toBe(9);
    expect(second.requestId).not.toBe(first.requestId);
    expect(second.http.status).toBe(200);
    expect(second.http.headers.get('x-which')).toBe('first');
    expect(second.http.headers.get('set-cookie')).toBeNull();
    expect(log.types()).toEqual(['request', 'response']);
  });

  test('as it was sent, also by a cache that keeps the very objects', async () => {
    const sent = [{ id: 'a', datecreated: '2015-09-28 09:05:57', keywords: ['x'] }];
    await using server = await startScriptedServer([success(sent, { ...keep, count: 1, timezone: 'UTC' })]);
    const kept = new Map<string, CachedResponse>();
    const cache: ResponseCache = {
      get: async (key) => kept.get(key),
      set: async (key, response) => void kept.set(key, response),
      clear: async () => kept.clear(),
    };
    const client = clientOf(server.url, { cache, strict: true });
    const first = await client.item.view();
    first[0]?.keywords.push('mine');
    expect([...kept.values()].map(({ body }) => body)).toEqual([sent]);
    expect((await client.item.view())[0]?.datecreated).toEqual(new Date('2015-09-28T09:05:57Z'));
    expect(server.requests).toHaveLength(1);
  });

  test('no longer than the lifetime of the cache', async () => {
    await using server = await startCounting();
    let now = 0;
    const client = clientOf(server.url, { cache: memoryCache({ lifetime: 10, clock: () => now }) });
    for (now of [0, 9999, 10_000, 19_999]) await client.item.view();
    expect(server.requests).toHaveLength(2);
  });

  const never: [name: string, header: object][] = [
    ['cacheable is false', { cacheable: false }],
    ['cacheable is missing', {}],
    ['cacheable is 1', { cacheable: 1 }],
    ['cacheable is "true"', { cacheable: 'true' }],
  ];
  test.for(never)('not where %s', async ([, header]) => {
    await using server = await startCounting(header);
    const cache = openCache();
    const client = clientOf(server.url, { cache });
    await client.item.view();
    await client.item.view();
    expect(server.requests).toHaveLength(2);
    expect(cache.kept.size).toBe(0);
  });

  test('not of a write, declared or not, whatever the platform says of it', async () => {
    await using server = await startScriptedServer([success({ id: 'Ab1' }, keep)]);
    const cache = openCache();
    const client = clientOf(server.url, { cache });
    for (let at = 0; at < 2; at++) {
      await client.item.create({ title: 'x' });
      await client.call('category/create', { title: 'x' });
      await client.call('item/view', {}, { read: false });
    }
    expect(server.requests).toHaveLength(6);
    expect(cache.kept.size).toBe(0);
  });

  test('nor is a write answered by what was kept of a read', async () => {
    await using server = await startCounting();
    const client = clientOf(server.url, { cache: memoryCache() });
    await client.call('category/view', { title: 'x' }, { read: true });
    expect((await client.call('category/view', { title: 'x' }).response()).cached).toBe(false);
    expect(server.requests).toHaveLength(2);
  });

  test.for<[string, Reply]>([
    [
      'a refusal',
      { body: JSON.stringify({ header: { status: 120, statusmessage: 'no', cacheable: true }, body: null }) },
    ],
    [
      'an unknown status',
      { body: JSON.stringify({ header: { status: 999, statusmessage: 'no', cacheable: true }, body: null }) },
    ],
    ['HTTP 500', { status: 500, body: 'oops' }],
    ['no envelope', { body: '{"cacheable":true}' }],
  ])('not of %s', async ([, reply]) => {
    await using server = await startScriptedServer([reply, reply, success([], keep)]);
    const cache = openCache();
    const client = clientOf(server.url, { cache, retry: 0 });
    for (let at = 0; at < 2; at++) await client.item.view().catch(() => undefined);
    expect(cache.kept.size).toBe(0);
    expect((await client.item.view().response()).cached).toBe(false);
    expect(server.requests).toHaveLength(3);
  });

  test('not of the command session, nor of a call with a secret for an argument', async () => {
    await using server = await startScriptedServer([success({ id: 's1', key: 'canary' }, keep)]);
    const cache = openCache();
    const client = clientOf(server.url, { cache });
    for (let at = 0; at < 2; at++) {
      await client.call('session/create', {}, { read: true });
      await client.call('user/view', { password: 'canary-password' }, { read: true });
    }
    expect(server.requests).toHaveLength(4);
    expect(cache.kept.size).toBe(0);
  });

  test('and many who ask at once are all answered', async () => {
    await using server = await startCounting();
    const client = clientOf(server.url, { cache: memoryCache() });
    const answers = await Promise.all(Array.from({ length: 20 }, () => client.item.view()));
    expect(answers.every(({ length }) => length === 1)).toBe(true);
    const sent = server.requests.length;
    await client.item.view();
    expect(server.requests).toHaveLength(sent);
  });
});

describe('the key of an answer', () => {
  const auth = user({ id: 'Us1', psk: PSK });
  const asApp = application({ id: 'Us1', psk: PSK });
  const through = (id: string, key: string, of = asApp) => ({ auth: session(of, { id, key }) });
  /** Each differs from the first in one part. */
  const parts: [part: string, options: object, args: object][] = [
    ['nothing', { auth }, { limit: 1 }],
    ['the actor', { auth: user({ id: 'Us2', psk: PSK }) }, { limit: 1 }],
    ['the type of the actor', { auth: asApp }, { limit: 1 }],
    ['the session', through('s1', 'k'), { limit: 1 }],
    ['another session of the application', through('s2', 'k'), { limit: 1 }],
    ['the application of the session', through('s1', 'k', application({ id: 'Ap2', psk: PSK })), { limit: 1 }],
    ['the account', { auth, account: 'Ac2' }, { limit: 1 }],
    ['several accounts', { auth, account: undefined, accounts: ['Ac1', 'Ac2'] }, { limit: 1 }],
    ['their order', { auth, account: undefined, accounts: ['Ac2', 'Ac1'] }, { limit: 1 }],
    ['a customer of the same name', { auth, account: undefined, customer: 'Mn9mdVb-02mA' }, { limit: 1 }],
    ['no account', { auth, account: undefined }, { limit: 1 }],
    ['the zone', { auth, timezone: 'Asia/Tokyo' }, { limit: 1 }],
    ['an argument', { auth }, { limit: 2 }],
    ['no argument', { auth }, {}],
    ['an argument that unsets', { auth }, { limit: null }],
    ['the name of an argument', { auth }, { offset: 1 }],
    ['another argument', { auth }, { limit: 1, searchtitle: '' }],
    ['a comma in an argument', { auth }, { item: ['a', 'b'] }],
    ['the same text as one', { auth }, { searchtitle: 'a,b' }],
  ];

  test('holds everything that makes it differ', async () => {
    await using server = await startCounting();
    await using elsewhere = await startCounting();
    const cache = openCache();
    const ask = async (url: string, options: object, path: string, args: object): Promise<boolean> =>
      (
        await clientOf(url, { ...options, cache })
          .call(path, args as never, { read: true })
          .response()
      ).cached;
    for (let round = 0; round < 2; round++) {
      for (const [part, options, args] of parts) {
        expect([part, await ask(server.url, options, 'item/view', args)]).toEqual([part, round === 1]);
      }
      expect(await ask(server.url, { auth }, 'item/list', { limit: 1 })).toBe(round === 1);
      expect(await ask(server.url, { auth }, 'user/view', { limit: 1 })).toBe(round === 1);
      expect(await ask(elsewhere.url, { auth }, 'item/view', { limit: 1 })).toBe(round === 1);
      expect(await ask(`${server.url}/prefix`, { auth }, 'item/view', { limit: 1 })).toBe(round === 1);
    }
    expect(cache.kept.size).toBe(parts.length + 4);
    expect(server.requests.length + elsewhere.requests.length).toBe(parts.length + 4);
  });

  test('and what is kept hold no secret', async () => {
    await using platform = await startSessionPlatform({
      other: (_request, path) => (path.startsWith('session/') ? undefined : success([{ id: 'a' }], keep)),
    });
    const cache = openCache();
    const person = await platform.client({ cache }).login(LOGIN);
    await person.item.view({ searchtitle: 'x' });
    await person.with({ auth: user({ id: 'Us1', psk: PSK }) }).user.view();
    expect(cache.kept.size).toBe(2);
    const text = JSON.stringify([...cache.kept]);
    const signatures = platform.requests.map(({ query }) => query.get('signature') ?? '');
    const secrets = [PSK, APP_PSK, keyOf('s1'), LOGIN.password, ...signatures, 'timestamp'];
    expect(secrets.filter((secret) => text.includes(secret))).toEqual([]);
  });

  test('keeps the people of one application apart', async () => {
    await using platform = await startSessionPlatform({
      other: ({ query }, path) =>
        path === 'user/viewme' ? success({ id: `${query.get('session')}` }, keep) : undefined,
    });
    const client = platform.client({ cache: memoryCache() });
    const [first, second] = [await client.login(LOGIN), await client.login(LOGIN)];
    for (let at = 0; at < 2; at++) {
      expect([
        (await first.user.viewme()).id,
        (await second.user.viewme()).id,
        (await client.user.viewme()).id,
      ]).toEqual(['s1', 's2', 'null']);
    }
    expect(platform.asked('user/viewme')).toHaveLength(3);
  });
});

describe('a cache', () => {
  test('can be left out, taken or changed for a call or a client', async () => {
    await using server = await startCounting();
    const client = clientOf(server.url, { cache: memoryCache() });
    const cached = async (asking: typeof client, options?: object): Promise<boolean> =>
      (await asking.item.view({}, options).response()).cached;
    expect(await cached(client, { cache: false })).toBe(false);
    expect(await cached(client)).toBe(false);
    expect(await cached(client)).toBe(true);
    expect(await cached(client, { cache: false })).toBe(false);
    expect(await cached(client.with({ cache: false }))).toBe(false);
    expect(await cached(client.with({ timeout: 900 }))).toBe(true);
    const other = memoryCache();
    expect(await cached(client.with({ cache: other }))).toBe(false);
    expect(await cached(client.with({ cache: false }), { cache: other })).toBe(true);
    const plain = clientOf(server.url);
    expect(await cached(plain)).toBe(false);
    expect(await cached(plain)).toBe(false);
    await other.clear();
    expect(await cached(client.with({ cache: other }))).toBe(false);
  });

  const wrongs: [name: string, cache: object][] = [
    ['rejects', { get: () => Promise.reject(new Error('gone')), set: () => Promise.reject(new Error('gone')) }],
    [
      'throws at once',
      {
        get: () => {
          throw new Error('gone');
        },
        set: () => {
          throw new Error('gone');
        },
      },
    ],
    ['gives null', { get: async () => null, set: async () => undefined }],
    ['gives a text', { get: async () => 'x', set: async () => undefined }],
    ['gives an empty object', { get: async () => ({}), set: async () => undefined }],
    ['gives half an answer', { get: async () => ({ header: { status: 0 }, body: [] }), set: async () => undefined }],
    [
      'gives a refusal',
      {
        get: async () => ({ header: { status: 4 }, body: [], http: { status: 200, headers: {} } }),
        set: async () => undefined,
      },
    ],
  ];
  test.for(wrongs)('that %s is no hindrance', async ([, cache]) => {
    await using server = await startCounting();
    const client = clientOf(server.url, { cache: cache as ResponseCache });
    for (let at = 0; at < 2; at++) expect((await client.item.view().response()).cached).toBe(false);
    expect(server.requests).toHaveLength(2);
  });

  test('gives dates anew by the zone of the answer', async () => {
    const made = '2024-07-01 12:00:00';
    await using server = await startScriptedServer([
      success([{ id: 'a', datecreated: made }], { ...keep, timezone: 'Asia/Tokyo' }),
    ]);
    const client = clientOf(server.url, { cache: memoryCache() });
    const [first] = await client.item.view();
    const [second] = await client.item.view();
    expect(second?.datecreated).toEqual(new Date('2024-07-01T03:00:00Z'));
    expect(second?.datecreated).not.toBe(first?.datecreated);
    expect(server.requests).toHaveLength(1);
  });

  test('is not reached by who changes a result', async () => {
    await using server = await startScriptedServer([success([{ id: 'a', open: { list: [1] } }], keep)]);
    const client = clientOf(server.url, { cache: memoryCache() });
    for (let at = 0; at < 3; at++) {
      const { body, header } = await client.item.view().response();
      expect(body).toEqual([{ id: 'a', open: { list: [1] } }]);
      (body[0] as unknown as { open: { list: number[] } }).open.list.push(2);
      body.splice(0);
      Object.assign(header, { timezone: 'changed' });
    }
    expect(server.requests).toHaveLength(1);
  });

  test('serves the pages of an iteration, some kept and some not', async () => {
    await using server = await startScriptedServer([
      by((request) => {
        const { offset = '0', limit = '20' } = argumentsOf(request);
        const from = Number(offset);
        return success(rows(from, Math.min(Number(limit), 7 - from)), { cacheable: from !== 4, count: 7 });
      }),
    ]);
    const client = clientOf(server.url, { cache: memoryCache() });
    const all = rows(0, 7);
    expect(await client.item.view({ limit: 2 }).all()).toEqual(all);
    expect(server.requests).toHaveLength(4);
    expect(await client.item.view({ limit: 2 }).all()).toEqual(all);
    expect(server.requests).toHaveLength(5);
    const pages: (number | undefined)[] = [];
    for await (const page of client.item.view({ limit: 2 }).pages()) pages.push(page.total);
    expect(pages).toEqual([7, 7, 7, 7]);
    expect(await client.item.view({ limit: 2 }, { cache: false }).all()).toEqual(all);
    expect(server.requests).toHaveLength(10);
  });
});
