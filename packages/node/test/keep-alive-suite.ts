// oxlint-disable unicorn/consistent-function-scoping -- what only these tests need is read beside them
import { getEventListeners } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Transport, createClient, user } from '@streamone/node';
import { describe, expect, test } from 'vitest';
import {
  type ScriptedAnswer,
  reset,
  silence,
  startScriptedServer,
  success,
} from '../../client/test/scripted-server.ts';
import { errorOf } from '../../client/test/test-client.ts';
import { requestTo } from '../../client/test/transport-suite.ts';

const auth = user({ id: 'u', psk: 'k' });
const keepAlive = (hint: string, more: ScriptedAnswer = {}): ScriptedAnswer =>
  success([], {}, { headers: [['Keep-Alive', hint]], ...more });

/** Stops everything, as a long computation does: timers and the news of closed connections come late. */
function block(milliseconds: number): void {
  const until = performance.now() + milliseconds;
  while (performance.now() < until);
}

/** What a transport that keeps connections alive is held to beside the common suite. */
export function keepAliveSuite(name: string, create: (options?: { maxSockets?: number }) => Transport): void {
  describe(`idle connections of ${name}`, () => {
    const connectionsOf = async (answer: ScriptedAnswer, wait: () => unknown, write: boolean): Promise<number> => {
      await using server = await startScriptedServer([answer]);
      const transport = create();
      await transport.send(requestTo(server.url, { write }));
      await sleep(10);
      await wait();
      await transport.send(requestTo(server.url, { write }));
      return server.connections;
    };

    test.concurrent.for<[name: string, answer: ScriptedAnswer, wait: number, write: boolean, connections: number]>([
      ['a read takes one that was idle for 1.3 s', success(), 1300, false, 1],
      ['a write takes none that was idle for 1.1 s', success(), 1100, true, 2],
      ['a write takes one that was idle for 0.3 s', success(), 300, true, 1],
      ['a read takes none 1 s before the server would close it', keepAlive('timeout=2'), 1100, false, 2],
      ['a read takes one before that', keepAlive('timeout=2, max=100'), 300, false, 1],
      ['the hint may stand second', keepAlive('max=100, timeout=2'), 1100, false, 2],
      ['one that the server keeps for 1 s is not kept', keepAlive('timeout=1'), 0, false, 2],
      ['a long hint does not make it longer', keepAlive('timeout=600'), 4150, false, 2],
      ['without a hint it is 4 s', success(), 4150, false, 2],
    ])('%s', async ([, answer, wait, write, connections]) => {
      expect(await connectionsOf(answer, () => sleep(wait), write)).toBe(connections);
    });

    test('a write after a busy program takes no old one, though no timer has run', async () => {
      expect(await connectionsOf(success(), () => block(1100), true)).toBe(2);
    });

    test('a read after a busy program takes none that the server named, though no timer has run', async () => {
      expect(await connectionsOf(keepAlive('timeout=2'), () => block(1100), false)).toBe(2);
    });

    test('a clock that was set back says nothing of the age', async () => {
      const { now } = Date;
      const setBack = (): void => void (Date.now = () => now() - 60_000);
      try {
        expect(await connectionsOf(success(), setBack, true)).toBe(2);
      } finally {
        Date.now = now;
      }
    });

    test('a write takes the connection of a read that is fresh', async () => {
      await using server = await startScriptedServer([success()]);
      const transport = create();
      await transport.send(requestTo(server.url));
      await transport.send(requestTo(server.url, { write: true }));
      expect(server.connections).toBe(1);
    });

    test('writes survive a server that closes early: none is lost, none is sent twice', async () => {
      await using server = await startScriptedServer([success({}, {}, { closeAfter: 1050 })]);
      const client = createClient({ auth, url: server.url, account: 'a', retry: 0, transport: create() });
      await client.item.create({ title: 'x' });
      await sleep(1040);
      await client.item.create({ title: 'x' });
      block(1100);
      await client.item.create({ title: 'x' });
      expect(server.requests).toHaveLength(3);
      expect(server.connections).toBe(3);
    });

    test('that the server closes or resets crash nothing', async () => {
      for (const end of ['end', 'resetAndDestroy'] as const) {
        await using server = await startScriptedServer([
          (socket) => {
            socket.write('HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}');
            setTimeout(() => socket[end](), 20);
          },
        ]);
        const transport = create();
        await transport.send(requestTo(server.url));
        await sleep(60);
        expect((await transport.send(requestTo(server.url, { write: true }))).text).toBe('{}');
        expect(server.connections).toBe(2);
      }
    });

    test('end by close, and those in use do not', async () => {
      let closed = 0;
      await using server = await startScriptedServer([
        (socket) => {
          socket.on('close', () => (closed += 1));
          socket.write('HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}');
        },
      ]);
      const transport = create();
      await transport.send(requestTo(server.url));
      await sleep(10);
      expect(closed).toBe(0);
      await transport.close?.();
      await expect.poll(() => closed).toBe(1);
    });

    test('are no more than maxSockets', async () => {
      await using server = await startScriptedServer([success([], {}, { delay: 20 })]);
      const transport = create({ maxSockets: 3 });
      await Promise.all(Array.from({ length: 12 }, () => transport.send(requestTo(server.url))));
      expect(server.requests).toHaveLength(12);
      expect(server.connections).toBe(3);
    });
  });

  describe(`what ${name} knows of a request that ends early`, () => {
    const clientTo = (url: string, maxSockets = 64) =>
      createClient({ auth, url, account: 'a', retry: 1, transport: create({ maxSockets }) });
    const timeout = { attempt: 300, total: 5000 };

    test('while it connects: nothing was sent, and a write is tried again', async () => {
      // It takes connections and says nothing, so that TLS is never set up.
      await using mute = await startScriptedServer([]);
      const s1 = clientTo(mute.url.replace('http:', 'https:'));
      const error = await errorOf(s1.item.create({ title: 'x' }, { timeout }));
      expect(error).toMatchObject({ name: 'TimeoutError', sent: 'no', attempts: 2 });
      expect(mute.connections).toBe(2);
      const ended = await errorOf(s1.item.create({ title: 'x' }, { signal: AbortSignal.timeout(50) }));
      expect(ended).toMatchObject({ name: 'AbortedError', sent: 'no' });
    });

    test('while it waits for a connection: nothing was sent', async () => {
      await using server = await startScriptedServer([silence]);
      const s1 = clientTo(server.url, 1);
      const first = errorOf(s1.item.create({ title: 'x' }, { timeout: 1500 }));
      await expect.poll(() => server.requests.length).toBe(1);
      const error = await errorOf(s1.item.create({ title: 'y' }, { timeout: { attempt: 200, total: 700 } }));
      expect(error).toMatchObject({ name: 'TimeoutError', sent: 'no', attempts: 2 });
      expect(server.requests).toHaveLength(1);
      expect(await first).toMatchObject({ name: 'TimeoutError', sent: 'unknown', attempts: 1 });
    });

    test('once it is on its way, by a new connection or an old one: it may have arrived', async () => {
      await using server = await startScriptedServer([success({}), silence]);
      const s1 = clientTo(server.url);
      await s1.item.create({ title: 'x' });
      for (const connections of [1, 2]) {
        const error = await errorOf(s1.item.create({ title: 'x' }, { timeout }));
        expect(error).toMatchObject({ name: 'TimeoutError', sent: 'unknown', attempts: 1 });
        expect(server.connections).toBe(connections);
      }
    });
  });

  test(`${name} keeps no listener on a signal that lives on`, async () => {
    await using other = await startScriptedServer([success()]);
    const transport = create();
    // What a transport loads late is there from now on.
    await transport.send(requestTo(other.url));
    const { signal } = new AbortController();
    for (const reply of [success(), { body: 'a'.repeat(2000) }, reset]) {
      await using server = await startScriptedServer([reply]);
      const sent = transport.send(requestTo(server.url, { signal }));
      expect(getEventListeners(signal, 'abort')).toHaveLength(1);
      await sent.catch(() => undefined);
      await expect.poll(() => getEventListeners(signal, 'abort')).toHaveLength(0);
    }
  });
}
