import https from 'node:https';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { createClient, user } from '@streamone/node';
import { createTestServer } from '@streamone/test-server';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { freePort } from '../../client/test/scripted-server.ts';
import { errorOf } from '../../client/test/test-client.ts';
import { startConnectProxy } from './connect-proxy.ts';
import { makeAuthority } from './tls-authority.ts';

const authority = makeAuthority();
const double = createTestServer();
const { credentials } = double;
const auth = user(credentials.user);
const { account } = credentials;

/** The platform behind TLS: the test server's answers, on a certificate of an authority that nobody knows. */
const platform = https.createServer({ ...authority }, (request, response) => {
  const answer = async (): Promise<void> => {
    const init = {
      method: 'POST',
      body: await buffer(request),
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    };
    const answered = await double.fetch(`${double.url}${request.url}`, init);
    response.writeHead(answered.status, Object.fromEntries(answered.headers)).end(await answered.text());
  };
  void answer();
});
let port = 0;

beforeAll(async () => {
  await new Promise<void>((resolve) => platform.listen(0, '127.0.0.1', resolve));
  ({ port } = platform.address() as AddressInfo);
});
afterAll(() => {
  platform.closeAllConnections();
  platform.close();
});
beforeEach(() => {
  for (const name of ['HTTPS_PROXY', 'HTTP_PROXY', 'ALL_PROXY', 'NO_PROXY']) {
    vi.stubEnv(name, undefined);
    vi.stubEnv(name.toLowerCase(), undefined);
  }
});

describe.skipIf(authority === undefined)('with openssl at hand', () => {
  const ca = authority?.ca;

  test('an authority of ones own is trusted where it is given, and only there', async () => {
    const url = `https://localhost:${port}`;
    const s1 = createClient({ url, auth, account, ca });
    expect(await s1.item.view({ limit: 3 })).toHaveLength(3);
    await s1.close();
    const error = await errorOf(createClient({ url, auth, account }).item.view());
    expect(error).toMatchObject({ name: 'NetworkError', sent: 'no', attempts: 1 });
  });

  test('the name must be that of the certificate', async () => {
    await using proxy = await startConnectProxy(port);
    const s1 = createClient({ url: 'https://other.test', auth, account, ca, proxy: proxy.url, retry: 0 });
    expect(await errorOf(s1.item.view())).toMatchObject({ name: 'NetworkError', code: 'ERR_TLS_CERT_ALTNAME_INVALID' });
  });

  test.each<[string, (proxy: string) => object]>([
    ['by option', (proxy) => ({ proxy })],
    ['by HTTPS_PROXY', (proxy) => (vi.stubEnv('HTTPS_PROXY', proxy), {})],
    ['by https_proxy', (proxy) => (vi.stubEnv('https_proxy', proxy), {})],
    ['by ALL_PROXY', (proxy) => (vi.stubEnv('ALL_PROXY', proxy), {})],
  ])('through a proxy, %s: it sees a name, and no signature', async (_, settings) => {
    await using proxy = await startConnectProxy(port);
    const s1 = createClient({ url: 'https://platform.test', auth, account, ca, ...settings(proxy.url) });
    const items = await Promise.all([s1.item.view({ limit: 2 }), s1.item.view({ limit: 2, offset: 2 })]);
    expect(items.flat()).toHaveLength(4);
    expect(proxy.asked.map(({ place }) => place)).toEqual(['platform.test:443', 'platform.test:443']);
    await s1.item.view({ limit: 1 });
    expect(proxy.asked).toHaveLength(2);
    expect(proxy.seen()).not.toMatch(/signature|timestamp/);
    await s1.close();
  });

  test.each<[string, Record<string, string>, object]>([
    ['NO_PROXY names the host', { HTTPS_PROXY: 'http://127.0.0.1:1', NO_PROXY: 'localhost,platform.test' }, {}],
    ['it is this machine', { HTTPS_PROXY: 'http://127.0.0.1:1' }, {}],
    ['false is given', { HTTPS_PROXY: 'http://127.0.0.1:1' }, { proxy: false }],
  ])('not through one where %s', async (_, env, settings) => {
    for (const [name, value] of Object.entries(env)) vi.stubEnv(name, value);
    const s1 = createClient({ url: `https://localhost:${port}`, auth, account, ca, ...settings });
    expect(await s1.item.view({ limit: 1 })).toHaveLength(1);
    await s1.close();
  });

  test('NO_PROXY keeps a host of the outside from the proxy', async () => {
    await using proxy = await startConnectProxy(port);
    vi.stubEnv('HTTPS_PROXY', proxy.url);
    vi.stubEnv('NO_PROXY', '.test');
    const s1 = createClient({ url: 'https://platform.test', auth, account, ca, retry: 0 });
    expect(await errorOf(s1.item.view())).toMatchObject({ code: expect.stringMatching(/^(ENOTFOUND|EAI_AGAIN)$/) });
    expect(proxy.asked).toEqual([]);
  });

  test('signs in to the proxy', async () => {
    await using proxy = await startConnectProxy(port);
    const address = proxy.url.replace('://', '://me%40home:se%3Acret@');
    const s1 = createClient({ url: 'https://platform.test', auth, account, ca, proxy: address });
    await s1.item.view({ limit: 1 });
    expect(proxy.asked[0]?.authorization).toBe(`Basic ${Buffer.from('me@home:se:cret').toString('base64')}`);
    await s1.close();
  });

  test.each([
    [407, 'it wants a name and a password, or others'],
    [403, 'HTTP status 403'],
  ])('a proxy that refuses with %d: nothing was sent, and no password is told', async (status, why) => {
    await using proxy = await startConnectProxy(port, status);
    const address = proxy.url.replace('://', '://me:proxy-password@');
    const s1 = createClient({ url: 'https://platform.test', auth, account, ca, proxy: address, retry: 0 });
    const error = await errorOf(s1.item.create({ title: 'x' }));
    expect(error).toMatchObject({ name: 'NetworkError', sent: 'no', code: 'ERR_PROXY_TUNNEL' });
    expect(error.message).toContain(why);
    expect(JSON.stringify(error) + String(error.stack) + String(error.cause)).not.toContain('proxy-password');
  });

  test('a proxy that nobody runs: nothing was sent, and a write is tried again', async () => {
    const s1 = createClient({
      url: 'https://platform.test',
      auth,
      account,
      ca,
      proxy: `http://127.0.0.1:${await freePort()}`,
      retry: 1,
    });
    expect(await errorOf(s1.item.create({ title: 'x' }))).toMatchObject({
      sent: 'no',
      attempts: 2,
      code: 'ECONNREFUSED',
    });
  });
});

test('a proxy of the environment that is no address is told by its variable', async () => {
  vi.stubEnv('HTTPS_PROXY', 'ftp://name:secret@proxy');
  const error = await errorOf(createClient({ url: 'https://platform.test', auth, account }).item.view());
  expect(error.name).toBe('InvalidArgumentError');
  expect(error.message).toContain('HTTPS_PROXY');
  expect(error.message).not.toContain('secret');
});
