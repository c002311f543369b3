import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { type IncomingMessage, createServer } from 'node:http';
import { connect } from 'node:net';
import { json as readAsJson } from 'node:stream/consumers';
import { gatewayListener } from '@streamone/node';
import { describe, expect, test } from 'vitest';
import { resolveCookies } from '../src/gateway/gateway-cookie.ts';
import { type Site, startSite } from './gateway-site.ts';

const READ_BEFORE = {
  code: 'internal',
  sent: 'no',
  message: expect.stringMatching(/^The body was read before the gateway: .*express\.json\(\)/) as string,
};

describe('a body that was read before the gateway', () => {
  const body = JSON.stringify({ arguments: { limit: '1' } });
  const requestOf = ({ url }: Site): Request =>
    new Request(`${url}/streamone/api/item/view`, {
      method: 'POST',
      headers: { 'x-streamone-gateway': '1', 'content-type': 'application/json', origin: url },
      body,
    });

  test.for<[string, (request: Request) => unknown]>([
    ['to its end', (request) => request.text()],
    ['or is about to be', (request) => request.body?.getReader()],
    [
      'in part',
      async ({ body: stream }) => {
        const reader = stream?.getReader();
        await reader?.read();
        reader?.releaseLock();
      },
    ],
  ])('%s, of a Request: no call goes out without its arguments', async ([, read]) => {
    await using site = await startSite({ as: 'user' });
    const request = requestOf(site);
    await read(request);
    const response = await site.gateway(request);
    expect([response.status, await response.json()]).toMatchObject([500, { error: READ_BEFORE }]);
    expect(site.events[0]).toMatchObject({ code: 'internal', cause: { message: READ_BEFORE.message } });
    expect(site.asked()).toEqual([]);
    expect((await site.gateway(requestOf(site))).status).toBe(200);
  });

  test('by a framework, as express.json() does: the same', async () => {
    await using site = await startSite({
      as: 'user',
      listener: (gateway) => async (incoming: IncomingMessage, outgoing) => {
        Object.assign(incoming, { body: await readAsJson(incoming).catch(() => ({})) });
        gatewayListener(gateway)(incoming, outgoing);
      },
    });
    const browser = site.browser();
    const { status, json } = await browser.call('item/view', { limit: '1' });
    expect([status, json.error]).toMatchObject([500, READ_BEFORE]);
    expect(site.asked()).toEqual([]);
    // Where there was nothing to read, nothing is missing.
    expect((await browser.post('api/item/view', {}, { body: '' })).status).toBe(200);
  });
});

test('a body that is announced as too large is not waited for', async () => {
  await using site = await startSite({ as: 'user', limits: { body: 1000 } });
  const { hostname, port, origin, host } = new URL(site.url);
  const socket = connect(Number(port), hostname);
  const head = `Host: ${host}\r\nOrigin: ${origin}\r\nX-Streamone-Gateway: 1\r\nContent-Type: application/json`;
  socket.write(`POST /streamone/api/item/view HTTP/1.1\r\n${head}\r\nContent-Length: 1001\r\n\r\n`);
  const [answer] = (await once(socket, 'data')) as [Buffer];
  expect(answer.toString()).toMatch(/^HTTP\/1\.1 413 /);
  socket.destroy();
});

test('the server of the README waits for no head of a request without end, and for uploads as long as they move', () => {
  const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
  const [, given = ''] = /createServer\((\{.*?\}), gatewayListener/.exec(readme) ?? [];
  const options = Object.fromEntries(
    [...given.matchAll(/(\w+): ([\d_]+)/g)].map(([, name, ms = '']) => [name, Number(ms.replaceAll('_', ''))]),
  );
  const { headersTimeout, requestTimeout } = createServer(options);
  expect({ headersTimeout, requestTimeout }).toEqual({ headersTimeout: 60_000, requestTimeout: 0 });
});

test('a cookie of spaces is read in a moment', () => {
  const { session } = resolveCookies();
  const headers = new Headers({ cookie: `a=${' '.repeat(16_000)}b; __Host-streamone=${'A'.repeat(43)} \t; c=d` });
  const began = performance.now();
  for (let at = 0; at < 20; at++) expect(session.read(headers)).toEqual({ id: 'A'.repeat(43) });
  // Some milliseconds; eight seconds where each space is a beginning to look from.
  expect(performance.now() - began).toBeLessThan(2000);
});
