import http from 'node:http';
import net, { type AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { InvalidArgumentError, createClient, httpTransport, poolTransport, user } from '@streamone/node';
import { describe, expect, test } from 'vitest';
import { freePort, raw, startScriptedServer, success } from '../../client/test/scripted-server.ts';
import { requestTo, transportSuite } from '../../client/test/transport-suite.ts';
import { errorOf } from '../../client/test/test-client.ts';
import { keepAliveSuite } from './keep-alive-suite.ts';

transportSuite('over undici', () => poolTransport());
keepAliveSuite('over undici', poolTransport);

describe('more requests than connections', () => {
  test('one that is ended while it waits is not sent', async () => {
    await using server = await startScriptedServer([success([], {}, { delay: 30 })]);
    const transport = poolTransport({ maxSockets: 1 });
    const controller = new AbortController();
    const first = transport.send(requestTo(server.url));
    const ended = errorOf(transport.send(requestTo(server.url, { signal: controller.signal })));
    const third = transport.send(requestTo(server.url));
    await sleep(5);
    controller.abort(new Error('enough'));
    expect((await ended).message).toBe('enough');
    await Promise.all([first, third]);
    expect(server.requests).toHaveLength(2);
    expect(server.connections).toBe(1);
  });

  test('those that wait go on when a connection breaks', async () => {
    await using server = await startScriptedServer([(socket) => socket.resetAndDestroy(), success()]);
    const transport = poolTransport({ maxSockets: 1 });
    const first = errorOf(transport.send(requestTo(server.url)));
    const second = transport.send(requestTo(server.url));
    await first;
    expect((await second).status).toBe(200);
    expect(server.connections).toBe(2);
  });

  test('and when nobody listens, all are told', async () => {
    const transport = poolTransport({ maxSockets: 1 });
    const url = `http://127.0.0.1:${await freePort()}`;
    const errors = await Promise.all(Array.from({ length: 4 }, () => errorOf(transport.send(requestTo(url)))));
    expect(errors).toHaveLength(4);
  });
});

test.each(['http', 'https'])(
  'a connection over %s that is given up while it is made keeps no program',
  async (scheme) => {
    let open = 0;
    // It says nothing, so that TLS is never set up; over http the answer never comes.
    const mute = net.createServer((socket) => {
      open += 1;
      socket.on('error', () => undefined);
      socket.on('close', () => (open -= 1));
      socket.resume();
    });
    await new Promise<void>((resolve) => mute.listen(0, '127.0.0.1', resolve));
    const url = `${scheme}://127.0.0.1:${(mute.address() as AddressInfo).port}`;
    const ended = errorOf(poolTransport().send(requestTo(url, { signal: AbortSignal.timeout(500) })));
    await expect.poll(() => open).toBe(1);
    await ended;
    await expect.poll(() => open, { timeout: 3000 }).toBe(0);
    mute.close();
  },
);

test('an idle connection is ended after 4 s, however long the server would keep it', async () => {
  const server = http.createServer({ keepAliveTimeout: 60_000 }, (_, response) => response.end('{}'));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const connections = (): Promise<number> =>
    new Promise((resolve) => server.getConnections((_, count) => resolve(count)));
  await poolTransport().send(requestTo(`http://127.0.0.1:${(server.address() as AddressInfo).port}`));
  expect(await connections()).toBe(1);
  await expect.poll(connections, { timeout: 6000 }).toBe(0);
  server.close();
});

test('a 100 that nobody asked for is a fault to undici: a known limit, of which the README tells', async () => {
  await using server = await startScriptedServer([
    raw('HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}'),
  ]);
  expect(await errorOf(poolTransport().send(requestTo(server.url)))).toMatchObject({ code: 'UND_ERR_SOCKET' });
  expect((await httpTransport().send(requestTo(server.url))).text).toBe('{}');
});

test('two hosts have connections of their own', async () => {
  await using one = await startScriptedServer([success()]);
  await using other = await startScriptedServer([success()]);
  const transport = poolTransport({ maxSockets: 1 });
  for (const { url } of [one, other, one, other]) await transport.send(requestTo(url));
  expect([one.connections, other.connections]).toEqual([1, 1]);
});

test.each([
  [{ maxSockets: 0 }, /^maxSockets: expected a whole number from 1, given 0/],
  [{ proxy: 'ftp://name:secret@proxy' }, /^proxy: expected the address of a proxy/],
  [{ proxy: ':::' }, /^proxy: expected the address of a proxy/],
])('%j is refused', (options, message) => {
  expect(() => poolTransport(options)).toThrow(message);
  expect(() => poolTransport(options)).toThrow(InvalidArgumentError);
  expect(() => poolTransport(options)).not.toThrow(/secret/);
});

test('a transport or fetch of ones own goes with no other setting of the way', () => {
  const auth = user({ id: 'u', psk: 'k' });
  expect(() => createClient({ auth, transport: poolTransport(), proxy: false })).toThrow(/^proxy: expected nothing/);
  expect(() => createClient({ auth, fetch, ca: 'x' })).toThrow(/^ca: expected nothing, beside a fetch/);
  expect(() => createClient({ auth, fetch, transport: poolTransport() })).toThrow(InvalidArgumentError);
});
