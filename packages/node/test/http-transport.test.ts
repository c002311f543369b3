// oxlint-disable unicorn/consistent-function-scoping -- what only one test needs is read beside it
import { execFileSync } from 'node:child_process';
import { getEventListeners } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import https from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { createClient, httpTransport, user } from '@streamone/node';
import { describe, expect, test } from 'vitest';
import {
  type ScriptedAnswer,
  freePort,
  reset,
  startScriptedServer,
  success,
} from '../../client/test/scripted-server.ts';
import { requestTo, transportSuite } from '../../client/test/transport-suite.ts';

transportSuite('over node:http', () => httpTransport());

const auth = user({ id: 'u', psk: 'k' });
const keepAlive = (hint: string, more: ScriptedAnswer = {}): ScriptedAnswer =>
  success([], {}, { headers: [['Keep-Alive', hint]], ...more });

/** Stops everything, as a long computation does: timers and the news of closed connections come late. */
function block(milliseconds: number): void {
  const until = performance.now() + milliseconds;
  while (performance.now() < until);
}

describe('idle connections', () => {
  const connectionsOf = async (answer: ScriptedAnswer, wait: () => unknown, write: boolean): Promise<number> => {
    await using server = await startScriptedServer([answer]);
    const transport = httpTransport();
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

  test('a write takes the connection of a read that is fresh', async () => {
    await using server = await startScriptedServer([success()]);
    const transport = httpTransport();
    await transport.send(requestTo(server.url));
    await transport.send(requestTo(server.url, { write: true }));
    expect(server.connections).toBe(1);
  });

  test('writes survive a server that closes early: none is lost, none is sent twice', async () => {
    await using server = await startScriptedServer([success({}, {}, { closeAfter: 1050 })]);
    const client = createClient({ auth, url: server.url, account: 'a', retry: 0 });
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
      const transport = httpTransport();
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
    const transport = httpTransport();
    await transport.send(requestTo(server.url));
    await sleep(10);
    expect(closed).toBe(0);
    await transport.close?.();
    await expect.poll(() => closed).toBe(1);
  });

  test('are no more than maxSockets', async () => {
    await using server = await startScriptedServer([success([], {}, { delay: 20 })]);
    const transport = httpTransport({ maxSockets: 3 });
    await Promise.all(Array.from({ length: 12 }, () => transport.send(requestTo(server.url))));
    expect(server.requests).toHaveLength(12);
    expect(server.connections).toBe(3);
  });
});

test('keeps no listener on a signal that lives on', async () => {
  const { signal } = new AbortController();
  for (const reply of [success(), { body: 'a'.repeat(2000) }, reset]) {
    await using server = await startScriptedServer([reply]);
    const sent = httpTransport().send(requestTo(server.url, { signal }));
    expect(getEventListeners(signal, 'abort')).toHaveLength(1);
    await sent.catch(() => undefined);
    await expect.poll(() => getEventListeners(signal, 'abort')).toHaveLength(0);
  }
});

describe('https', () => {
  const directory = mkdtempSync(join(tmpdir(), 'streamone-tls-'));
  let openssl = true;
  try {
    const files = ['-keyout', join(directory, 'key.pem'), '-out', join(directory, 'cert.pem')];
    execFileSync(
      'openssl',
      ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', '-subj', '/CN=localhost', ...files],
      { stdio: 'ignore' },
    );
  } catch {
    openssl = false;
  }

  test('with a certificate that nobody vouches for: nothing is sent, nothing is repeated', async (context) => {
    if (!openssl) return context.skip('openssl is not installed');
    const [key, cert] = ['key.pem', 'cert.pem'].map((name) => readFileSync(join(directory, name)));
    rmSync(directory, { recursive: true });
    let requests = 0;
    const server = https.createServer({ key, cert }, (_request, response) => {
      requests += 1;
      response.end('{}');
    });
    let connections = 0;
    server.on('connection', () => (connections += 1)).on('tlsClientError', () => undefined);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const url = `https://localhost:${(server.address() as AddressInfo).port}`;
    const facts = { name: 'NetworkError', sent: 'no', attempts: 1, code: 'DEPTH_ZERO_SELF_SIGNED_CERT' };
    for (const fetch of [undefined, globalThis.fetch]) {
      const client = createClient({ auth, url, account: 'a', ...(fetch && { fetch }) });
      await expect(client.item.view()).rejects.toMatchObject(facts);
      await expect(client.item.create()).rejects.toMatchObject(facts);
    }
    expect(requests).toBe(0);
    expect(connections).toBe(4);
    return new Promise<void>((resolve) => server.close(() => resolve()));
  });

  test('to a server of plain http: nothing is sent, nothing is repeated', async () => {
    await using server = await startScriptedServer([(socket) => socket.end('HTTP/1.1 400 Bad\r\n\r\n')]);
    const client = createClient({ auth, url: `https://127.0.0.1:${await freePort()}`, account: 'a', retry: 0 });
    await expect(client.item.create()).rejects.toMatchObject({ sent: 'no', code: 'ECONNREFUSED' });
    expect(server.requests).toHaveLength(0);
  });
});
