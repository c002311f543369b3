import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import type { RequestListener } from 'node:http';
import { connect } from 'node:net';
import { type Gateway, gatewayListener } from '@streamone/node';
import fastify from 'fastify';
import { Hono } from 'hono';
import { describe, expect, test } from 'vitest';
import { startSite } from './gateway-site.ts';

/** hono as it runs on Node: an adapter hands it a Request, and the peer beside it. */
function underHono(gateway: Gateway): RequestListener {
  const app = new Hono<{ Bindings: { ip: string | undefined } }>();
  app.get('/', (context) => context.text('home'));
  app.all('/streamone/*', (context) => gateway(context.req.raw, { ip: context.env.ip }));
  return gatewayListener(async (request, context) => app.fetch(request, { ip: context?.ip }));
}

/** fastify: it must leave the bodies alone, and then the gateway answers on the bare request and response. */
function underFastify(gateway: Gateway): RequestListener {
  const app = fastify();
  const listener = gatewayListener(gateway);
  app.get('/', () => 'home');
  app.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', (_request, _payload, done) => done(null));
    scope.all('/streamone/*', (request, reply) => {
      reply.hijack();
      listener(request.raw, reply.raw);
    });
  });
  const ready = app.ready();
  return (incoming, outgoing) => void ready.then(() => app.routing(incoming, outgoing));
}

/** A route handler of Next.js: `app/streamone/[...path]/route.ts` exports POST and GET. Next itself is not run here. */
function underNext(gateway: Gateway): RequestListener {
  const POST = (request: Request): Promise<Response> => gateway(request);
  const GET = POST;
  return gatewayListener(async (request) => (request.method === 'GET' ? GET(request) : POST(request)));
}

describe.for([
  ['node:http', gatewayListener, {}],
  ['hono', underHono, {}],
  ['fastify', underFastify, {}],
  // What stands before Next writes the header; the handler is not told the peer.
  ['a route handler as Next.js has them', underNext, { trustProxy: true }],
] as const)('the same gateway in %s', ([, listener, more]) => {
  test('calls, logs in and out, takes files, and serves its page', async () => {
    await using site = await startSite({ listener, uploads: true, ...more });
    const browser = site.browser();
    const headers = { 'x-forwarded-for': '203.0.113.7' };
    const login = await browser.login('editor', { headers });
    expect(login.headers.getSetCookie()).toHaveLength(2);
    const { userip } = site.platform.journal.entries({ action: 'initialize' })[0]?.arguments ?? {};
    expect(userip).toBe('trustProxy' in more ? '203.0.113.7' : '127.0.0.1');
    expect((await browser.call('item/view', { limit: '1' })).json.body).toHaveLength(1);
    expect((await browser.call('item/create')).json.error).toMatchObject({ code: 'not-allowed' });
    const form = new FormData();
    form.append('size', '100000');
    form.append('uploadfile', new Blob([randomBytes(100_000)]), 'a.mp4');
    const request = new Request('http://unused.test', { method: 'POST', body: form });
    const type = request.headers.get('content-type') ?? '';
    const sent = await browser.post(
      'upload',
      {},
      { headers: { 'content-type': type }, body: await request.arrayBuffer() },
    );
    expect(sent.json.upload).toMatchObject({ fileid: expect.any(String) });
    const page = await browser.post('upload-return/u1?error=112', {}, { method: 'GET' });
    expect([page.status, page.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
    expect(page.text).not.toContain('112');
    expect(page.headers.get('content-security-policy')).toMatch(/^default-src 'none'; script-src 'sha256-/);
    expect((await browser.post('logout')).json).toEqual({ session: null });
    expect(site.asked().filter((path) => path === 'upload')).toHaveLength(1);
  });
});

describe('the listener of node:http', () => {
  test('answers a request for what is no address, and goes on', async () => {
    await using site = await startSite({ as: 'user' });
    const { hostname, port } = new URL(site.url);
    const socket = connect(Number(port), hostname);
    socket.write('POST /streamone/api/item/view HTTP/1.1\r\nHost: a b\r\nContent-Length: 0\r\n\r\n');
    const [answer] = (await once(socket, 'data')) as [Buffer];
    expect(answer.toString()).toMatch(/^HTTP\/1\.1 400 /);
    socket.destroy();
    expect((await site.browser().call('item/view')).status).toBe(200);
  });

  test('is not led to another host by its path', async () => {
    await using site = await startSite({ as: 'user' });
    const { hostname, port } = new URL(site.url);
    for (const target of ['//evil.example/streamone/api/item/view', 'http://evil.example/streamone/api/item/view']) {
      const socket = connect(Number(port), hostname);
      const head = `Host: ${hostname}:${port}\r\nOrigin: ${site.url}\r\nX-Streamone-Gateway: 1\r\nContent-Type: application/json`;
      socket.write(`POST ${target} HTTP/1.1\r\n${head}\r\nContent-Length: 2\r\n\r\n{}`);
      const [answer] = (await once(socket, 'data')) as [Buffer];
      expect(answer.toString()).toMatch(/^HTTP\/1\.1 40[34] /);
      socket.destroy();
    }
    expect(site.asked()).toEqual([]);
  });

  test('refuses a large body before it has come, and the answer arrives', async () => {
    await using site = await startSite({ as: 'user', limits: { body: 1000 } });
    const browser = site.browser();
    const { status } = await browser.post('api/item/view', {}, { body: Buffer.alloc(5_000_000, 32) });
    expect(status).toBe(413);
    expect((await browser.call('item/view')).status).toBe(200);
  });
});
