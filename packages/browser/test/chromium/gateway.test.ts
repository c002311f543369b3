import type { ServerResponse } from 'node:http';
import { describe, expect, test } from 'vitest';
import { hasChromium } from '../../../../scripts/chromium/open-chromium.ts';
import { chromiumSite } from './chromium-site.ts';

/** Answers as a gateway that refuses, once for each. */
const refusals: ((outgoing: ServerResponse) => void)[] = [];

function refuse(httpStatus: number, error: Readonly<Record<string, unknown>>): (outgoing: ServerResponse) => void {
  return (outgoing) => {
    const { retryAfter } = error;
    outgoing.statusCode = httpStatus;
    if (typeof retryAfter === 'number') outgoing.setHeader('retry-after', retryAfter);
    outgoing.setHeader('content-type', 'application/json').end(JSON.stringify({ error: { message: 'm', ...error } }));
  };
}

function proxy(outgoing: ServerResponse): void {
  outgoing.writeHead(503).end('<h1>busy</h1>');
}

describe.skipIf(!hasChromium)('calls through a gateway, in Chromium', () => {
  const at = chromiumSite({
    first: (incoming, outgoing) => {
      const refusal = incoming.url?.startsWith('/streamone/') === true ? refusals.shift() : undefined;
      refusal?.(outgoing);
      return refusal !== undefined;
    },
  });

  test('a list, its dates and its pages, as in Node', async () => {
    const told = await at.page.evaluate(async () => {
      const { client } = globalThis.streamone.open();
      const page = await client.item.view({ archived: null, limit: 3 });
      const all = await client.item.view({ archived: null, limit: 3 }).all();
      const { cached, attempts, header } = await client.item.view({ limit: 1 }).response();
      const [first] = all;
      return {
        length: page.length,
        total: page.total,
        ids: all.map(({ id }) => id),
        isDate: first?.datecreated instanceof Date,
        zone: header.timezone,
        cached,
        attempts,
      };
    });
    expect(told).toMatchObject({ length: 3, isDate: true, zone: 'Europe/Amsterdam', cached: false, attempts: 1 });
    expect(told.total).toBeGreaterThan(5);
    expect(new Set(told.ids).size).toBe(told.total);
    const signed = at.sent.filter((text) => /psk|signature|timestamp|authentication_type/i.test(text));
    expect(signed).toEqual([]);
  });

  test('arguments of every kind arrive, in an account and a zone of the call', async () => {
    const account = at.site.platform.credentials.account;
    const told = await at.page.evaluate(async (own) => {
      const { client } = globalThis.streamone.open();
      const title = 'Žižkov & ~ 日本語 + 100% 🎬';
      const dateaired = new Date('2026-03-29T01:30:00Z');
      const made = await client.with({ account: own }).item.create({ title, itemtype: 'video', dateaired });
      const [found] = await client.item.view({ item: [made.id], archived: null }, { timezone: 'Asia/Tokyo' });
      return { title: found?.title, aired: found?.dateaired?.getTime(), wanted: dateaired.getTime() };
    }, account);
    expect(told).toEqual({ title: 'Žižkov & ~ 日本語 + 100% 🎬', aired: told.wanted, wanted: told.wanted });
  });

  test('refusals by the platform and by the gateway are told apart', async () => {
    const errors = await at.page.evaluate(async () => {
      const { open, errorOf } = globalThis.streamone;
      const { client } = open();
      return Promise.all([
        errorOf(client.call('item/view', { nosuch: true })),
        errorOf(client.call('user/view')),
        errorOf(client.user.viewme()),
        errorOf(client.item.view({}, { account: 'nosuchaccoun' })),
        errorOf(client.item.view({ nosuch: 1 } as never)),
        errorOf(client.call('item/view', { 'a.b': 1 })),
      ]);
    });
    expect(errors).toMatchObject([
      { name: 'InvalidInputError', status: 6, command: 'item', action: 'view', attempts: 1 },
      { name: 'GatewayError', code: 'not-allowed', httpStatus: 403, sent: 'no', command: 'user', action: 'view' },
      { name: 'GatewayError', code: 'no-session', httpStatus: 401, sent: 'no', attempts: 1 },
      { name: 'GatewayError', code: 'out-of-scope', httpStatus: 403 },
      { name: 'InvalidArgumentError', argument: 'nosuch' },
      { name: 'InvalidArgumentError', argument: 'a.b' },
    ]);
    const [refused] = at.site.platform.journal.entries();
    expect(refused?.arguments).toEqual({ nosuch: '1' });
    expect(errors[1]?.['gatewayRequestId']).toMatch(/^[0-9a-f-]{36}$/);
  });

  const busy = refuse(503, { code: 'busy', sent: 'no', retryAfter: 0 });
  const limited = refuse(429, { code: 'rate-limited', sent: 'no', retryAfter: 0 });
  const doubtful = refuse(503, { code: 'store-failed', sent: 'unknown' });
  const upstream = refuse(502, { code: 'upstream-failed', sent: 'no', reason: 'timeout' });
  const unheardOf = refuse(503, { code: 'new-one', sent: 'no' });

  test.for([
    ['a read after busy', 'item/view', [busy, busy], { attempts: 3 }],
    ['a write after busy, since nothing was sent on', 'item/create', [busy], { attempts: 2 }],
    ['a write after a limit', 'item/create', [limited], { attempts: 2 }],
    ['a read after a code that it does not know, by the status', 'item/view', [unheardOf], { attempts: 2 }],
    ['a read after a refusal of a proxy', 'item/view', [proxy], { attempts: 2 }],
    [
      'no write in doubt',
      'item/create',
      [doubtful],
      { name: 'GatewayError', code: 'store-failed', sent: 'unknown', attempts: 1 },
    ],
    [
      'no write after a refusal of a proxy',
      'item/create',
      [proxy],
      { name: 'HttpError', httpStatus: 503, attempts: 1 },
    ],
    [
      'nothing that the gateway repeated already',
      'item/view',
      [upstream],
      { name: 'GatewayError', code: 'upstream-failed', upstream: 'timeout', attempts: 1 },
    ],
    [
      'a read no more than twice',
      'item/view',
      [busy, busy, busy],
      { name: 'GatewayError', code: 'busy', retryAfter: 0, attempts: 3 },
    ],
  ] as const)('repeats %s', async ([, path, answers, expected]) => {
    refusals.push(...answers);
    const told = await at.page.evaluate(async (called) => {
      const { client } = globalThis.streamone.open();
      const call = called === 'item/view' ? client.item.view({ limit: 1 }) : client.item.create({ title: 'x' });
      return globalThis.streamone.errorOf(call).catch(async () => ({ attempts: (await call.response()).attempts }));
    }, path);
    expect(told).toMatchObject(expected);
    expect(refusals.splice(0)).toEqual([]);
  });

  test('a signal ends a call, a time limit too', async () => {
    const remove = at.site.platform.faults.add({ kind: 'hang' });
    const errors = await at.page.evaluate(async () => {
      const { open, errorOf } = globalThis.streamone;
      const { client } = open();
      const ends = new AbortController();
      setTimeout(() => ends.abort(), 100);
      return Promise.all([
        errorOf(client.item.view({}, { signal: ends.signal })),
        errorOf(client.item.create({ title: 'x' }, { timeout: 300 })),
      ]);
    });
    remove();
    expect(errors).toMatchObject([
      { name: 'AbortedError', sent: 'unknown' },
      { name: 'TimeoutError', timeout: 300, sent: 'unknown' },
    ]);
  });

  test("status 2 is the gateway's matter, and an error at once", async () => {
    const remove = at.site.platform.faults.add({ status: 2, command: 'item' });
    const error = await at.page.evaluate(() => {
      const { open, errorOf } = globalThis.streamone;
      return errorOf(open().client.item.view());
    });
    remove();
    expect(error).toMatchObject({ name: 'ClockSkewError', attempts: 1 });
  });

  test('a gateway that can not be reached', async () => {
    await at.context.setOffline(true);
    const error = await at.page.evaluate(() => {
      const { open, errorOf } = globalThis.streamone;
      return errorOf(open().client.item.view({}, { retry: 0 }));
    });
    expect(error).toMatchObject({ name: 'NetworkError', sent: 'unknown', attempts: 1 });
    await at.context.setOffline(false);
  });

  test("works in a worker, and asks for rights in the application's name where nobody is logged in", async () => {
    const told = await at.page.evaluate(async () => {
      const worker = new Worker('/in-worker.js', { type: 'module' });
      return new Promise((resolve) => worker.addEventListener('message', ({ data }) => resolve(data), { once: true }));
    });
    expect(told).toEqual({ items: 1, session: null, can: true });
  });

  test.for([
    ['a gateway elsewhere', { gateway: 'https://other.example/streamone' }, 'gateway'],
    ['a gateway that is no path', { gateway: 'streamone' }, 'gateway'],
    ['a query', { gateway: '/streamone?x=1' }, 'gateway'],
    ['a store of sessions', { store: {} }, 'store'],
    ['an address of the platform', { url: 'https://api.streamonecloud.net' }, 'url'],
    ['session as a command', { commands: [{ command: 'session', actions: {} }] }, 'commands'],
    ['a worker that is none', { loginWorker: 'worker.js' }, 'loginWorker'],
  ] as const)('refuses %s', async ([, options, argument]) => {
    const error = await at.page.evaluate((given) => {
      const { createClient, errorOf } = globalThis.streamone;
      return errorOf(Promise.resolve().then(() => createClient(given as object)));
    }, options);
    expect(error).toMatchObject({ name: 'InvalidArgumentError', argument });
  });

  test('derived clients have the same gateway, and sign for nobody', async () => {
    const told = await at.page.evaluate(async () => {
      const { open, errorOf, user, importKey } = globalThis.streamone;
      const { client } = open();
      const derived = client.with({ retry: 0 });
      const psk = await importKey('a-key-of-somebody');
      return {
        items: (await derived.item.view({ limit: 1 })).length,
        session: derived.session,
        auth: await errorOf(Promise.resolve().then(() => client.with({ auth: user({ id: 'u', psk }) }))),
      };
    });
    expect(told).toMatchObject({ items: 1, auth: { name: 'InvalidArgumentError', argument: 'auth' } });
  });
});
