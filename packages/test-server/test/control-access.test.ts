import { request } from 'node:http';
import { describe, expect, onTestFinished, test } from 'vitest';
import { type SocketOptions, type TestServer, createTestServer, startTestServer } from '../src/index.js';
import { type Answered, adapters, inProcess, socket } from './adapters.js';
import { signFor } from './ask.js';
import { ask } from './control.js';

async function start(options?: SocketOptions): Promise<TestServer> {
  const server = await startTestServer(options);
  onTestFinished(() => server.close());
  return server;
}

const JSON_TYPE = { 'content-type': 'application/json' };

describe('a foreign web page', () => {
  test.each([
    ['evil.example', 403],
    ['evil.example:80', 403],
    ['127.0.0.1.evil.example', 403],
    ['localhost.evil.example', 403],
    ['10.0.0.1', 403],
    ['intranet', 403],
    ['127.0.0.1', 200],
    ['127.1.2.3:99', 200],
    ['localhost', 200],
    ['LOCALHOST:8080', 200],
    ['[::1]:8080', 200],
  ])('that was pointed here by the name %j', async (host, status) => {
    const server = await start();
    const answered = await ask(socket, server, 'GET health', undefined, { host });
    expect(answered.status).toBe(status);
    if (status === 403)
      expect(answered.json).toMatchObject({ error: { message: expect.stringContaining('refused') as string } });
  });

  test.each(adapters)('of another origin, over $name', async (adapter) => {
    const server = await adapter.start();
    onTestFinished(() => server.close());
    for (const origin of ['https://evil.example', 'null', 'http://localhost.evil.example', 'file://', '']) {
      const refused = await ask(adapter, server, 'POST faults', { status: 8 }, { ...JSON_TYPE, origin });
      expect(refused.status, origin).toBe(403);
      expect(refused.headers).not.toHaveProperty('access-control-allow-origin');
      expect((await ask(adapter, server, 'OPTIONS faults', undefined, { origin })).status).toBe(403);
    }
    expect(server.faults.entries()).toEqual([]);
    for (const origin of [new URL(server.url).origin, 'http://localhost:5173', 'http://[::1]:3000']) {
      const taken = await ask(adapter, server, 'POST faults', { status: 8 }, { ...JSON_TYPE, origin });
      expect(taken).toMatchObject({ status: 201, headers: { 'access-control-allow-origin': origin } });
      expect(await ask(adapter, server, 'OPTIONS faults', undefined, { origin })).toMatchObject({
        status: 204,
        headers: {
          'access-control-allow-origin': origin,
          'access-control-allow-headers': 'content-type',
          'access-control-allow-methods': 'GET, POST, DELETE',
        },
      });
    }
    expect(server.faults.entries()).toHaveLength(3);
  });

  test.each(adapters)('that sends a form, which needs nobody’s leave, over $name', async (adapter) => {
    const server = await adapter.start();
    onTestFinished(() => server.close());
    for (const type of [
      'application/x-www-form-urlencoded',
      'text/plain',
      'multipart/form-data',
      'application/jsonp',
    ]) {
      for (const body of ['{"status":8}', '']) {
        const refused = await ask(adapter, server, 'POST faults', body, { 'content-type': type });
        expect(refused).toMatchObject({
          status: 415,
          json: { error: { message: expect.stringContaining(type) as string } },
        });
      }
    }
    expect((await ask(adapter, server, 'POST faults', '{"status":8}', {})).status).toBe(415);
    expect(server.faults.entries()).toEqual([]);
    const charset = { 'content-type': 'application/json; charset=utf-8' };
    expect((await ask(adapter, server, 'POST faults', '{"status":8}', charset)).status).toBe(201);
  });
});

test('an old client without a Host is answered', async () => {
  const server = await start();
  const { port } = new URL(server.url);
  const answered = await new Promise<string>((resolve, reject) => {
    const { connect } = process.getBuiltinModule('node:net');
    const connection = connect(Number(port), '127.0.0.1', () =>
      connection.end('GET /__streamone/health HTTP/1.0\r\n\r\n'),
    );
    let text = '';
    connection.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
    connection.on('end', () => resolve(text)).on('error', reject);
  });
  expect(answered).toMatch(/^HTTP\/1\.1 200 /);
});

describe('where others reach the server', () => {
  const remote = { host: '0.0.0.0', allowRemote: true };

  test('control is off unless asked for', async () => {
    const server = await start(remote);
    const { target, body } = signFor(server, { account: server.credentials.account });
    for (const path of ['health', 'journal', 'faults', 'clock', 'snapshot', 'reset', 'state', '', 'nothing']) {
      for (const method of ['GET', 'POST', 'DELETE', 'OPTIONS']) {
        const answered = await ask(local, server, `${method} ${path}`, undefined, JSON_TYPE);
        expect(answered, `${method} ${path}`).toMatchObject({ status: 404 });
        expect(answered.text).toContain('admin: true (--admin)');
      }
    }
    expect((await local.send(server, { target, body })).text).toContain('"status":0');
    // In process it works all the same.
    server.faults.add({ status: 8 });
    expect((await local.send(server, { target, body })).text).toContain('"status":8');
  });

  test('it goes by addresses and bare names, and not by a domain', async () => {
    const server = await start({ ...remote, admin: true });
    const status = async (host: string) => (await ask(local, server, 'GET health', undefined, { host })).status;
    for (const host of ['127.0.0.1', '192.168.7.8:80', '[fe80::1]', 'test-server:8080', 'localhost', '0.0.0.0']) {
      expect(await status(host), host).toBe(200);
    }
    for (const host of ['evil.example', 'evil.example.', '1.2.3.4.evil.example', 'evil.']) {
      expect(await status(host), host).toBe(403);
    }
  });
});

test.each(adapters)('it can be switched off, over $name', async (adapter) => {
  const server = await adapter.start({ admin: false });
  onTestFinished(() => server.close());
  expect(await ask(adapter, server, 'GET health')).toMatchObject({ status: 404 });
});

describe.each(adapters)('what makes no sense, over $name', (adapter) => {
  async function server() {
    const started = await adapter.start();
    onTestFinished(() => started.close());
    return started;
  }

  test('a path', async () => {
    const started = await server();
    for (const path of ['nothing', 'health/now', 'state/items/a/b', '%00', 'journal%2F1', 'toString', '__proto__']) {
      expect(await ask(adapter, started, `GET ${path}`), path).toMatchObject({
        status: 404,
        json: {
          error: {
            message: expect.stringContaining('health, journal, faults, clock, snapshot, reset, state') as string,
          },
        },
      });
    }
    expect((await ask(adapter, started, 'GET health/')).status).toBe(200);
    expect((await ask(adapter, started, 'GET state/items/%E0')).status).toBe(400);
  });

  test('a method', async () => {
    const started = await server();
    for (const [wrong, allow] of [
      ['POST health', 'GET'],
      ['GET reset', 'POST'],
      ['PUT faults', 'GET, POST, DELETE'],
      ['DELETE state/items', 'GET, POST'],
      ['GET faults/1', 'DELETE'],
    ] as const) {
      expect(await ask(adapter, started, wrong, wrong.startsWith('GET') ? undefined : {})).toMatchObject({
        status: 405,
        headers: { allow },
        json: { error: { message: expect.stringContaining(allow) as string } },
      });
    }
  });

  test('a body', async () => {
    const started = await server();
    const bad = await ask(adapter, started, 'POST state/users', '{"username":"x","psk":"CANARY"', JSON_TYPE);
    expect(bad).toMatchObject({ status: 400, json: { error: { message: 'The body is not JSON.' } } });
    expect(bad.text).not.toContain('CANARY');
    const bytes = await adapter.send(started, {
      target: '/__streamone/faults',
      headers: JSON_TYPE,
      body: Uint8Array.of(0x22, 0xff, 0x22),
    });
    expect(bytes).toMatchObject({ status: 400 });
    const large = `{"settings":{"maxLimit":5}${' '.repeat(1_048_576)}}`;
    expect(await ask(adapter, started, 'POST state', large, JSON_TYPE)).toMatchObject({ status: 413 });
    expect(started.state.maxLimit).toBe(1000);
    const fits = `{"settings":{"maxLimit":5}${' '.repeat(1_000_000)}}`;
    expect((await ask(adapter, started, 'POST state', fits, JSON_TYPE)).status).toBe(200);
  });
});

test('a body without end is given up', async () => {
  const server = await start();
  const { port } = new URL(server.url);
  await new Promise<void>((resolve) => {
    const sending = request({ port, method: 'POST', path: '/__streamone/faults', headers: JSON_TYPE, agent: false });
    const chunk = Buffer.alloc(262_144, ' ');
    const more = (): void => void sending.write(chunk, (error) => error ?? setImmediate(more));
    sending.on('error', () => resolve()).on('response', () => resolve());
    more();
  });
  expect((await ask(socket, server, 'GET health')).status).toBe(200);
});

test('answers are not kept by anybody', async () => {
  const answered = await ask(inProcess, createTestServer(), 'GET state/users');
  expect(answered.headers).toMatchObject({ 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' });
});

/** Over the socket, by an address that a server on all addresses has. */
const local = {
  ...socket,
  send: (server: TestServer, sent: Parameters<typeof socket.send>[1]): Promise<Answered> =>
    socket.send({ ...server, url: `http://127.0.0.1:${new URL(server.url).port}` }, sent),
};
