// As a whole: msw puts its own functions into the module, which names taken from it would not see.
import http from 'node:http';
import https from 'node:https';
import { http as mock } from 'msw';
import { setupServer } from 'msw/node';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type TestServer, createTestServer, startTestServer } from '../src/index.js';
import { handlers } from '../src/msw/index.js';
import type { Answered, Sent } from './adapters.js';
import { type Envelope, type PartialWish, type Row, signFor } from './ask.js';

const API = 'https://api.streamonecloud.net';
// What no server answers fails at once, and never leaves this machine.
const network = setupServer(mock.all(/^/, () => Response.error()));
beforeAll(() => network.listen({ onUnhandledFrame: 'error' }));
afterEach(() => network.resetHandlers());
afterAll(() => network.close());

/** A server behind the platform's own addresses. */
function platform(): TestServer {
  const server = createTestServer();
  network.use(...handlers(server));
  return server;
}

/** What an application would do, which knows nothing of a test server. */
async function call(server: TestServer, wish: PartialWish = {}, base = API): Promise<Envelope<Row[]>> {
  const { target, body } = signFor(server, wish);
  const init = { method: 'POST', body, headers: { 'content-type': 'application/x-www-form-urlencoded' } };
  return (await fetch(`${base}${target}`, init)).json() as Promise<Envelope<Row[]>>;
}

/** The same by node:http. */
function send({ target, body = '' }: Sent, base = API): Promise<Answered> {
  return new Promise((resolve, reject) => {
    const by = base.startsWith('https:') ? https : http;
    const headers = { 'content-type': 'application/x-www-form-urlencoded', 'content-length': body.length };
    const sending = by.request(`${base}${target}`, { method: 'POST', headers }, (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (chunk: string) => {
        text += chunk;
      });
      response.on('error', reject);
      response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: {}, text }));
    });
    sending.on('error', reject);
    sending.end(body);
  });
}

describe('the platform’s own address', () => {
  test('is answered by the server, whatever bytes were signed', async () => {
    const server = platform();
    const { account } = server.credentials;
    const { header, body } = await call(server, {
      account,
      args: { limit: '2', searchtitle: 'é ~*+&=%41/?#', order: '' },
    });
    expect([header.status, body]).toEqual([0, []]);
    expect((await call(server, { account, args: { limit: '2' } })).body).toHaveLength(2);
    expect(server.journal.entries({ status: 0 })).toHaveLength(2);
  });

  test('an encoding that is not the canonical one stays as it was sent', async () => {
    const server = platform();
    const { target, body } = signFor(server, { account: server.credentials.account, body: "searchtitle=%7e'x%2a" });
    const { text } = await send({ target, body });
    expect(text).toContain('"status":0');
    expect(server.journal.entries()[0]?.arguments).toEqual({ searchtitle: "~'x*" });
  });

  test('refusals are explained in the journal', async () => {
    const server = platform();
    const { id } = server.credentials.user;
    expect((await call(server, { key: { id, psk: 'wrong' } })).header.status).toBe(3);
    expect(server.journal.entries()[0]?.explanation?.summary).toContain('The signature is wrong');
  });

  test('what is not of the API gets its answer too', async () => {
    const { url } = platform();
    expect((await fetch(`${url}/__streamone/health`)).status).toBe(200);
    expect((await fetch(`${API}/nowhere`)).status).toBe(405);
    expect((await fetch('https://media.streamonecloud.net/nowhere')).status).toBe(405);
    expect((await fetch('https://content.streamonecloud.net/nowhere')).status).toBe(405);
  });
});

describe('other addresses', () => {
  test('a base URL of one’s own, with a prefix', async () => {
    const server = createTestServer();
    network.use(...handlers(server, { urls: ['http://api.example.com:8080/s1/'] }));
    const base = 'http://api.example.com:8080/s1';
    expect((await call(server, {}, base)).header.status).toBe(6);
    expect((await send({ target: signFor(server).target }, base)).text).toContain('"status":6');
    await expect(call(server, {}, 'http://api.example.com:8080/s12')).rejects.toThrow(TypeError);
    await expect(call(server, {}, 'http://apiXexample.com:8080/s1')).rejects.toThrow(TypeError);
    await expect(call(server)).rejects.toThrow(TypeError);
    expect(server.journal.entries()).toHaveLength(2);
  });

  test('the server’s own, where links in its answers lead', async () => {
    const server = platform();
    expect((await call(server, {}, server.url)).header.status).toBe(6);
    const listening = await startTestServer();
    network.use(...handlers(listening));
    expect((await call(listening, {}, listening.url)).header.status).toBe(6);
    await listening.close();
    expect((await call(listening)).header.status).toBe(6);
  });

  test.each([
    'api.example.com',
    'ftp://api.example.com',
    'https://api.example.com/?a=1',
    'https://api.example.com#a',
    '',
  ])('%j is none', (url) => {
    expect(() => handlers(createTestServer(), { urls: [url] })).toThrow('urls: expected base URLs');
  });
});

describe('faults', () => {
  test('a reset is a failure of the network, by fetch and by node:http', async () => {
    const server = platform();
    server.faults.add({ kind: 'reset' });
    await expect(call(server)).rejects.toThrow(TypeError);
    await expect(send(signFor(server))).rejects.toThrow(Error);
    expect(server.journal.entries()).toHaveLength(2);
  });

  test('a truncated answer breaks off', async () => {
    const server = platform();
    server.faults.add({ kind: 'truncated' });
    await expect(call(server)).rejects.toThrow(Error);
    await expect(send(signFor(server))).rejects.toThrow(Error);
    expect(server.journal.entries({ status: 6 })).toHaveLength(2);
  });

  test('a hanging one ends with the signal of whoever waits', async () => {
    const server = platform();
    server.faults.add({ kind: 'hang' });
    const waiting = fetch(`${API}${signFor(server).target}`, { method: 'POST', signal: AbortSignal.timeout(20) });
    await expect(waiting).rejects.toThrow('timeout');
  });

  test('statuses and pages', async () => {
    const server = platform();
    server.faults.add({ status: 8, times: 1 });
    expect((await call(server)).header.status).toBe(8);
    server.faults.add({ http: 503, times: 1, retryAfter: 3 });
    const response = await fetch(`${API}/api/item/view`, { method: 'POST' });
    expect([response.status, response.headers.get('retry-after')]).toEqual([503, '3']);
  });
});
