import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Listening, listenWith } from '../src/adapters/listen.js';
import { nodeListener } from '../src/adapters/node-listener.js';
import { type SocketLimits, socketLimits } from '../src/adapters/socket-limits.js';
import { nodeRuntime } from '../src/node-runtime.js';
import { createServerCore } from '../src/server-core.js';
import { rawSocket } from './raw-socket.js';

// The same limits in milliseconds instead of seconds, and fewer connections.
const LIMITS: SocketLimits = {
  ...socketLimits,
  headersTimeout: 60,
  requestTimeout: 120,
  connectionsCheckingInterval: 20,
  maxConnections: 40,
};

let listening: Listening;
beforeEach(async () => {
  const { answer, web } = createServerCore({}, nodeRuntime);
  listening = await listenWith(nodeListener(answer, web, new AbortController().signal), 0, '127.0.0.1', LIMITS);
});
afterEach(() => listening.close());

const HEAD = 'POST /nowhere HTTP/1.1\r\nHost: x\r\n';

/** Sends something again and again until the server closes. */
async function drip(first: string, drop: string): Promise<string> {
  const connection = await rawSocket(listening);
  connection.socket.write(first);
  const dripping = setInterval(() => connection.socket.write(drop), 10);
  const text = await connection.closed();
  clearInterval(dripping);
  return text;
}

async function isAnswered(): Promise<boolean> {
  const connection = await rawSocket(listening);
  connection.socket.write(`${HEAD}\r\n`);
  const text = await connection.until((came) => came.includes('404'));
  connection.socket.destroy();
  return text.includes('404');
}

describe('who is slow on purpose is closed', () => {
  test('a header that never ends', async () => {
    expect(await drip(HEAD, 'X-A: b\r\n')).toMatch(/^HTTP\/1\.1 408 /);
  });

  test('a body that never ends', async () => {
    expect(await drip(`${HEAD}Content-Length: 100000\r\n\r\n`, 'x')).toMatch(/^HTTP\/1\.1 408 /);
    expect(await drip(`${HEAD}Transfer-Encoding: chunked\r\n\r\n`, '1\r\nx\r\n')).toMatch(/^HTTP\/1\.1 408 /);
  });

  test('a connection on which nothing comes', async () => {
    expect(await (await rawSocket(listening)).closed()).toMatch(/^$|^HTTP\/1\.1 408 /);
  });

  test('a second request on a connection that was good until then', async () => {
    const text = await drip(`${HEAD}\r\n${HEAD}`, 'X-A: b\r\n');
    expect(text).toMatch(/^HTTP\/1\.1 404 [^]*HTTP\/1\.1 408 /);
  });

  test('others are answered meanwhile', async () => {
    const slow = Array.from({ length: 30 }, () => drip(HEAD, 'X-A: b\r\n'));
    expect(await isAnswered()).toBe(true);
    await Promise.all(slow);
  });
});

test('connections past the limit are closed, and there is room again once others have gone', async () => {
  const connections = await Promise.all(Array.from({ length: 60 }, () => rawSocket(listening)));
  // Twenty are closed at once, without a word; the others when they have said nothing for too long.
  const closed = await Promise.all(connections.map((connection) => connection.closed()));
  expect(closed.filter((text) => text === '').length).toBeGreaterThanOrEqual(20);
  expect(await isAnswered()).toBe(true);
});

test('the limits of every server', () => {
  expect(socketLimits.headersTimeout).toBeLessThanOrEqual(socketLimits.requestTimeout);
  expect(socketLimits).toMatchObject({ headersTimeout: 10_000, requestTimeout: 30_000, maxConnections: 2000 });
});
