import https from 'node:https';
import net, { type AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { inspect } from 'node:util';
import { createClient, poolTransport, user } from '@streamone/node';
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

  test('an upload goes through it too', async () => {
    await using proxy = await startConnectProxy(port);
    vi.stubEnv('HTTPS_PROXY', proxy.url);
    const body = { token: 't'.repeat(12), uploadurlhttps: 'https://uploads.test/', itemid: 'i', fileid: 'f' };
    const answer = { header: { status: 0, statusmessage: 'OK' }, body };
    const s1 = createClient({ url: 'https://platform.test', auth, account, fetch: async () => Response.json(answer) });
    // Of the host behind the proxy nobody vouches here.
    expect(await errorOf(s1.upload(new Blob(['x'])))).toMatchObject({ name: 'NetworkError', sent: 'no' });
    expect(proxy.asked.map(({ place }) => place)).toEqual(['uploads.test:443']);
  });

  test('an upload goes as the transport that was given does', async () => {
    await using proxy = await startConnectProxy(port);
    const leave = { token: 't'.repeat(12), uploadurlhttps: 'https://platform.test/nowhere', itemid: 'i', fileid: 'f' };
    const text = JSON.stringify({ header: { status: 0, statusmessage: 'OK' }, body: leave });
    const transport = poolTransport({ ca, proxy: proxy.url });
    const middleware = [async () => ({ status: 200, headers: {}, text })];
    const s1 = createClient({ url: 'https://platform.test', auth, account, transport, middleware });
    // It came there, by a certificate that only the transport's authority vouches for.
    expect(await errorOf(s1.upload(new Blob(['x'])))).toMatchObject({ name: 'HttpError', httpStatus: 404 });
    expect(proxy.asked.map(({ place }) => place)).toEqual(['platform.test:443']);
    expect(inspect(transport, { showHidden: true })).not.toContain(proxy.url);
  });

  test('authorities that Node trusts are trusted beside the one that is given', async () => {
    const trusted = getCACertificates('default');
    setDefaultCACertificates([...trusted, ca ?? '']);
    try {
      const s1 = createClient({ url: `https://localhost:${port}`, auth, account, ca: makeAuthority()?.ca });
      expect(await s1.item.view({ limit: 1 })).toHaveLength(1);
      await s1.close();
    } finally {
      setDefaultCACertificates(trusted);
    }
  });

  test('an upload whose proxy says nothing is given up when nothing has moved for long', async () => {
    const mute = net.createServer((socket) => void socket.on('error', () => undefined));
    await new Promise<void>((resolve) => mute.listen(0, '127.0.0.1', resolve));
    vi.stubEnv('HTTPS_PROXY', `http://127.0.0.1:${(mute.address() as AddressInfo).port}`);
    const body = { token: 't'.repeat(12), uploadurlhttps: 'https://uploads.test/', itemid: 'i', fileid: 'f' };
    const answer = { header: { status: 0, statusmessage: 'OK' }, body };
    const s1 = createClient({ url: 'https://platform.test', auth, account, fetch: async () => Response.json(answer) });
    const error = await errorOf(s1.upload(new Blob(['x']), {}, { stallTimeout: 100 }));
    expect(error).toMatchObject({ name: 'TimeoutError', sent: 'no', timeout: 100 });
    mute.close();
  });

  test('an address of IPv6 has its brackets', async () => {
    await using proxy = await startConnectProxy(port, 403);
    const s1 = createClient({ url: 'https://[2001:db8::1]', auth, account, proxy: proxy.url, retry: 0 });
    await errorOf(s1.item.view());
    expect(proxy.asked.map(({ place }) => place)).toEqual(['[2001:db8::1]:443']);
  });

  test('HTTPS_PROXY without a scheme is a proxy that one speaks plainly to', async () => {
    await using proxy = await startConnectProxy(port);
    vi.stubEnv('HTTPS_PROXY', proxy.url.replace('http://', ''));
    const s1 = createClient({ url: 'https://platform.test', auth, account, ca });
    expect(await s1.item.view({ limit: 1 })).toHaveLength(1);
    await s1.close();
  });

  test('a tunnel that is never made holds up no other', async () => {
    await using proxy = await startConnectProxy(port);
    let asked = 0;
    const front = net.createServer((socket) => {
      asked += 1;
      socket.on('error', () => undefined);
      if (asked > 1) socket.pipe(net.connect(Number(new URL(proxy.url).port), '127.0.0.1')).pipe(socket);
    });
    await new Promise<void>((resolve) => front.listen(0, '127.0.0.1', resolve));
    const address = `http://127.0.0.1:${(front.address() as AddressInfo).port}`;
    const s1 = createClient({ url: 'https://platform.test', auth, account, ca, proxy: address, retry: 0 });
    expect(await errorOf(s1.item.view({}, { timeout: 300 }))).toMatchObject({ name: 'TimeoutError' });
    expect(await s1.item.view({ limit: 1 }, { timeout: 3000 })).toHaveLength(1);
    await s1.close();
    front.close();
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
    [407, 'it wants a name and a password, or others', 'ERR_PROXY_AUTHENTICATION', 1],
    [403, 'HTTP status 403', 'ERR_PROXY_TUNNEL', 2],
  ])('a proxy that refuses with %d: nothing was sent, and no password is told', async (status, why, code, attempts) => {
    await using proxy = await startConnectProxy(port, status);
    const address = proxy.url.replace('://', '://me:proxy-password@');
    const s1 = createClient({ url: 'https://platform.test', auth, account, ca, proxy: address, retry: 1 });
    const error = await errorOf(s1.item.create({ title: 'x' }));
    expect(error).toMatchObject({ name: 'NetworkError', sent: 'no', code, attempts });
    expect(proxy.asked).toHaveLength(attempts);
    // Nothing is kept of a tunnel that was not made.
    await expect.poll(() => proxy.open()).toBe(0);
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

test('a proxy that ends each connection without a word is asked once', async () => {
  let connections = 0;
  const proxy = net.createServer((socket) => {
    connections += 1;
    socket.on('error', () => undefined).end();
  });
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
  const address = `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`;
  const s1 = createClient({ url: 'https://platform.test', auth, account, proxy: address, retry: 0 });
  expect(await errorOf(s1.item.view())).toMatchObject({ name: 'NetworkError', sent: 'no', code: 'ECONNRESET' });
  expect(connections).toBe(1);
  await s1.close();
  proxy.close();
});

test('a password of a proxy that can not be read is told before anything is sent', () => {
  expect(() => createClient({ auth, proxy: 'http://name:100%@proxy' })).toThrow(/^proxy: expected the address/);
});

test('a proxy of the environment that is no address is told by its variable', async () => {
  vi.stubEnv('HTTPS_PROXY', 'ftp://name:secret@proxy');
  const error = await errorOf(createClient({ url: 'https://platform.test', auth, account }).item.view());
  expect(error.name).toBe('InvalidArgumentError');
  expect(error.message).toContain('HTTPS_PROXY');
  expect(error.message).not.toContain('secret');
});
