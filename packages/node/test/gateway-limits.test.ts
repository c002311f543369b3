// oxlint-disable unicorn/consistent-function-scoping -- what only one test needs is read beside it
import { inspect } from 'node:util';
import { memorySessionStore } from '@streamone/client';
import { createClient, createGateway, user } from '@streamone/node';
import { expect, test } from 'vitest';
import { RateLimiter } from '../src/gateway/rate-limiter.ts';
import { startSite } from './gateway-site.ts';

test('requests from one address in a minute', async () => {
  let now = Date.UTC(2026, 0, 5);
  await using site = await startSite({ as: 'user', limits: { addressPerMinute: 3 }, clock: () => now });
  const browser = site.browser();
  for (let at = 0; at < 3; at++) expect((await browser.call('item/view')).status).toBe(200);
  const { status, headers, json } = await browser.call('item/view');
  expect([status, headers.get('retry-after'), json.error]).toMatchObject([
    429,
    '20',
    { code: 'rate-limited', retryAfter: 20 },
  ]);
  expect(site.asked()).toHaveLength(3);
  now += 20_000;
  expect((await browser.call('item/view')).status).toBe(200);
  expect((await browser.call('item/view')).status).toBe(429);
});

test('requests of one session, whatever its address', async () => {
  await using site = await startSite({ limits: { personPerMinute: 2 }, trustProxy: true });
  const [one, other] = [site.browser(), site.browser()];
  const from = (ip: string) => ({ headers: { 'x-forwarded-for': ip } });
  await one.login('editor', from('192.0.2.1'));
  await other.login('reader', from('192.0.2.1'));
  const statuses = [];
  for (const ip of ['192.0.2.1', '192.0.2.2', '192.0.2.3']) {
    statuses.push((await one.post('api/item/view', {}, from(ip))).status);
  }
  expect(statuses).toEqual([200, 200, 429]);
  expect((await other.post('api/item/view', {}, from('192.0.2.1'))).status).toBe(200);
});

test('logins from one address; of IPv6, from one network', async () => {
  await using site = await startSite({ limits: { loginsPerMinute: 2 }, trustProxy: 1 });
  const browser = site.browser();
  const ask = (ip: string) =>
    browser.post('login/initialize', { username: 'editor' }, { headers: { 'x-forwarded-for': ip } });
  const codes = [];
  for (const ip of ['2001:db8::1', '2001:db8:0:0:ffff::2', '2001:db8::3', '2001:db8:0:1::1', '192.0.2.1']) {
    codes.push((await ask(ip)).status);
  }
  expect(codes).toEqual([200, 200, 429, 200, 200]);
});

test('requests at once, in all and of one person', async () => {
  await using site = await startSite({
    anonymous: true,
    limits: { concurrent: 3, concurrentPerPerson: 2 },
    trustProxy: true,
    clientOptions: { timeout: 2000 },
  });
  const take = site.platform.faults.add({ kind: 'hang', times: 3 });
  const browser = site.browser();
  const call = (ip: string) => browser.post('api/item/view', {}, { headers: { 'x-forwarded-for': ip } });
  const hanging = [call('192.0.2.1'), call('192.0.2.1')];
  await expect.poll(() => site.platform.faults.entries()[0]?.happened).toBe(2);
  expect((await call('192.0.2.1')).json.error).toMatchObject({ code: 'busy', retryAfter: 1 });
  hanging.push(call('192.0.2.2'));
  await expect.poll(() => site.platform.faults.entries()).toEqual([]);
  expect((await call('192.0.2.3')).json.error).toMatchObject({ code: 'busy' });
  take();
  await Promise.all(hanging);
  expect((await call('192.0.2.1')).status).toBe(200);
});

test('people whose address is not known share the limit of a minute, and no other', async () => {
  await using site = await startSite({ as: 'user', limits: { concurrentPerPerson: 1, addressPerMinute: 2 } });
  site.platform.faults.add({ kind: 'delay', ms: 200, times: 2 });
  const headers = { 'x-streamone-gateway': '1', 'content-type': 'application/json', origin: site.url };
  const call = () =>
    site.gateway(new Request(`${site.url}/streamone/api/item/view`, { method: 'POST', headers, body: '{}' }));
  expect((await Promise.all([call(), call()])).map(({ status }) => status)).toEqual([200, 200]);
  expect(await (await call()).json()).toMatchObject({
    error: { code: 'rate-limited', message: expect.stringContaining('not told addresses') },
  });
});

test('a body that comes too slowly', async () => {
  await using site = await startSite({ as: 'user', limits: { timeout: 100 } });
  let put: ReadableStreamDefaultController<Uint8Array> | undefined;
  const body = new ReadableStream<Uint8Array>({ start: (controller) => void (put = controller) });
  put?.enqueue(Buffer.from('{'));
  const headers = { 'x-streamone-gateway': '1', 'content-type': 'application/json', origin: site.url };
  const address = `${site.url}/streamone/api/item/view`;
  const request = new Request(address, { method: 'POST', headers, body, duplex: 'half' });
  const response = await site.gateway(request);
  expect([response.status, await response.json()]).toMatchObject([408, { error: { code: 'too-slow', sent: 'no' } }]);
});

test('bodies from one address that come slowly leave room for others', async () => {
  await using site = await startSite({
    anonymous: true,
    trustProxy: true,
    limits: { concurrent: 4, concurrentPerPerson: 2 },
  });
  const address = `${site.url}/streamone/session`;
  const usual = { 'x-streamone-gateway': '1', 'content-type': 'application/json', origin: site.url };
  const ends: (() => void)[] = [];
  const send = (): Promise<Response> => {
    const body = new ReadableStream<Uint8Array>({ start: (controller) => void ends.push(() => controller.close()) });
    const headers = { ...usual, 'x-forwarded-for': '192.0.2.1' };
    return site.gateway(new Request(address, { method: 'POST', headers, body, duplex: 'half' }));
  };
  const slow = [send(), send(), send(), send()];
  const other = await site.browser().post('api/item/view', {}, { headers: { 'x-forwarded-for': '192.0.2.2' } });
  for (const end of ends) end();
  expect(other.status).toBe(200);
  expect((await Promise.all(slow)).filter(({ status }) => status === 503)).toHaveLength(2);
});

test('a body in single bytes is copied as it comes, so that it takes no more memory than it holds', async () => {
  await using site = await startSite({ as: 'user' });
  const text = Buffer.from('{"arguments":{"limit":"1"}}');
  const byte = new Uint8Array(1);
  let at = 0;
  const body = new ReadableStream<Uint8Array>(
    {
      pull(controller) {
        // The same piece again and again: whoever keeps it has nothing but the last.
        byte.set(text.subarray(at, at + 1));
        if (at++ < text.length) controller.enqueue(byte);
        else controller.close();
      },
    },
    { highWaterMark: 0 },
  );
  const headers = { 'x-streamone-gateway': '1', 'content-type': 'application/json', origin: site.url };
  const address = `${site.url}/streamone/api/item/view`;
  const response = await site.gateway(new Request(address, { method: 'POST', headers, body, duplex: 'half' }));
  expect(await response.json()).toMatchObject({ header: { status: 0 }, body: { length: 1 } });
});

test('what a limiter remembers is bounded', () => {
  const limiter = new RateLimiter(1, () => 0, 3);
  const taken = ['a', 'b', 'c', 'a', 'd', 'a', 'b'].map((key) => limiter.take(key));
  // b was forgotten for d, and begins anew; a was used since.
  expect(taken).toEqual([0, 0, 0, 60, 0, 60, 0]);
  for (let at = 0; at < 1000; at++) limiter.take(String(at));
  expect(inspect(limiter, { showHidden: true }).length).toBeLessThan(1000);
});

const client = createClient({ auth: user({ id: 'u', psk: 'canary-psk' }), account: 'a' });
test.for<[string, object, string]>([
  ['no client', { client: undefined }, 'client'],
  ['something else as a client', { client: { options: {} } }, 'client'],
  ['no list', { allow: undefined }, 'allow'],
  ['an action that is not known', { allow: ['item/veiw'] }, 'allow'],
  ['an action of every object', { allow: ['item/constructor'] }, 'allow'],
  ['an action of sessions', { allow: ['session/create'] }, 'allow'],
  ['a wildcard', { allow: ['item/*'] }, 'allow'],
  ['anonymous beyond the list', { anonymous: ['item/create'] }, 'anonymous'],
  ['anonymous uploads where no uploads are taken', { anonymous: ['upload'] }, 'anonymous'],
  ['an origin with a path', { origins: ['https://site.example/'] }, 'origins'],
  ['an origin of plain http', { origins: ['http://site.example'] }, 'origins'],
  ['any origin', { origins: ['*'] }, 'origins'],
  ['no origins', { origins: [] }, 'origins'],
  ['a path without a slash', { basePath: 'streamone' }, 'basePath'],
  ['a path with dots', { basePath: '/..' }, 'basePath'],
  ['a cookie that is not HttpOnly', { cookie: { httpOnly: false } }, 'cookie'],
  ['a cookie for all sites', { cookie: { sameSite: 'None' } }, 'cookie.sameSite'],
  ['a name that is none', { cookie: { name: 'a=b; Domain=x' } }, 'cookie.name'],
  ['all proxies', { trustProxy: ['everyone'] }, 'trustProxy'],
  ['another header', { trustProxy: { proxies: 1, header: 'x-real-ip' } }, 'trustProxy'],
  ['a store that is none', { store: new Map() }, 'store'],
  ['a session of a day', { limits: { session: 86_400_000 } }, 'limits.session'],
  ['a limit that is not known', { limits: { size: 1 } }, 'limits'],
  ['an option that is not known', { alow: [] }, 'options'],
])('refuses %s', ([, given, argument]) => {
  const options = { client, allow: ['item/view'], store: memorySessionStore(), ...given };
  const make = (): unknown => createGateway(options);
  expect(make).toThrow(expect.objectContaining({ name: 'InvalidArgumentError', argument }));
  expect(make).not.toThrow(/canary/);
});
