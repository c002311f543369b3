import { Agent, request } from 'node:http';
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type TestServer, startTestServer } from '../src/index.js';
import { socket } from './adapters.js';
import { signFor } from './ask.js';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

/** Writes bytes and reads until the server closes, or until what came satisfies. */
function exchange(bytes: string, enough: (text: string) => boolean = () => false): Promise<string> {
  return new Promise((resolve, reject) => {
    const { hostname, port } = new URL(server.url);
    const connection = connect(Number(port), hostname);
    let text = '';
    connection.setTimeout(5000, () => connection.destroy(new Error(`no answer, only ${JSON.stringify(text)}`)));
    connection.on('data', (chunk) => {
      text += chunk.toString('latin1');
      if (enough(text)) connection.end();
    });
    connection.on('error', reject);
    connection.on('close', () => resolve(text));
    connection.write(bytes, 'latin1');
  });
}

const ok = (text: string): boolean => text.includes('"status":0') || text.endsWith('}');
const viewme = (): string => signFor(server, { path: '/api/user/viewme' }).target;

describe('requests that other SDKs make', () => {
  test('HTTP/1.0, no Content-Length, no body', async () => {
    const answer = await exchange(`POST ${viewme()} HTTP/1.0\r\n\r\n`);
    expect(answer).toMatch(/^HTTP\/1\.1 200 OK\r\n/);
    expect(answer).toContain('"status":0');
  });

  test('HTTP/1.0 with a body', async () => {
    const { target, body } = signFor(server, { account: server.credentials.account, args: { limit: '1' } });
    const head = `POST ${target} HTTP/1.0\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: ${body.length}`;
    expect(await exchange(`${head}\r\n\r\n${body}`)).toContain('"status":0');
  });

  test('HTTP/1.1, an empty POST without Content-Length', async () => {
    expect(await exchange(`POST ${viewme()} HTTP/1.1\r\nHost: x\r\n\r\n`, ok)).toContain('"status":0');
  });

  test('a chunked body', async () => {
    const { target, body } = signFor(server, { account: server.credentials.account, args: { limit: '1' } });
    const head = `POST ${target} HTTP/1.1\r\nHost: x\r\nContent-Type: application/x-www-form-urlencoded\r\nTransfer-Encoding: chunked`;
    const chunks = `3\r\n${body.slice(0, 3)}\r\n${(body.length - 3).toString(16)}\r\n${body.slice(3)}\r\n0\r\n\r\n`;
    expect(await exchange(`${head}\r\n\r\n${chunks}`, ok)).toContain('"status":0');
  });

  test.each([
    ['a doubled slash', (target: string) => `/${target}`],
    ['doubled slashes everywhere', (target: string) => target.replace('/api/user/', '//api//user//')],
    ['the prefix of a base URL', (target: string) => `/some/prefix${target}`],
    ['the absolute form of a proxy', (target: string) => `http://api.streamonecloud.net${target}`],
  ])('%s', async (_, change) => {
    expect((await socket.send(server, { target: change(viewme()) })).text).toContain('"status":0');
  });

  test('the signature in the middle, and parameters in any order', async () => {
    const { path, query } = signFor(server, {
      path: '/api/user/viewme',
      parameters: (pairs) => pairs.toReversed(),
    });
    const [signature = '', ...rest] = query.split('&').toReversed();
    const signed = rest.toReversed();
    signed.splice(2, 0, signature);
    expect((await socket.send(server, { target: `${path}?${signed.join('&')}` })).text).toContain('"status":0');
  });

  test('%20 where + was signed, as the Swift SDK sends', async () => {
    const { target, body } = signFor(server, {
      account: server.credentials.account,
      args: { title: 'Morning news, 4 March' },
    });
    const sent = body.replaceAll('+', '%20').replaceAll('%2C', ',');
    expect(sent).not.toBe(body);
    expect((await socket.send(server, { target, body: sent })).text).toContain('"count":1');
  });
});

describe('HTTP', () => {
  test('a path that is not of the API: 404 as text', async () => {
    for (const target of ['/', '/api', '/api/item', '/other', '/api/item/view/more', '/%', '*']) {
      const answer = await socket.send(server, { target });
      expect(answer).toMatchObject({ status: 404, headers: { 'content-type': 'text/plain; charset=utf-8' } });
    }
  });

  test.each(['GET', 'PUT', 'DELETE', 'OPTIONS'])('%s: 405 with Allow', async (method) => {
    expect(await socket.send(server, { target: viewme(), method })).toMatchObject({
      status: 405,
      headers: { allow: 'POST' },
    });
  });

  test('health', async () => {
    const answer = await socket.send(server, { target: '/__streamone/health', method: 'GET' });
    expect(answer).toMatchObject({ status: 200, text: expect.stringContaining('"status":"ok"') as string });
  });

  test("the Date header has the server's time", async () => {
    const moved = await startTestServer({ clock: () => Date.parse('2031-05-06T07:08:09.9Z') });
    const { headers } = await socket.send(moved, { target: '/api/item/view' });
    expect(headers['date']).toBe('Tue, 06 May 2031 07:08:09 GMT');
    moved.clock.advance(3600);
    expect((await socket.send(moved, { target: '/' })).headers['date']).toBe('Tue, 06 May 2031 08:08:09 GMT');
    await moved.close();
  });

  test('a connection is kept for the next request', async () => {
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    const ports = new Set<number | undefined>();
    const { hostname, port } = new URL(server.url);
    for (let count = 0; count < 3; count++) {
      await new Promise<void>((resolve, reject) => {
        const sending = request({ hostname, port, method: 'POST', path: viewme(), agent }, (response) => {
          ports.add(response.socket.localPort);
          response.on('end', resolve).resume();
        });
        sending.on('error', reject).end();
      });
    }
    agent.destroy();
    expect(ports.size).toBe(1);
  });

  test('pipelined requests are answered in their order', async () => {
    const bytes = Array.from({ length: 5 }, () => `POST ${viewme()} HTTP/1.1\r\nHost: x\r\n\r\n`).join('');
    const answer = await exchange(bytes, (text) => text.split('"status":0').length === 6);
    expect(answer.split('"status":0')).toHaveLength(6);
  });
});

describe('limits', () => {
  test('a target that is too long: 414', async () => {
    expect((await socket.send(server, { target: `/api/item/view?a=${'x'.repeat(16_384)}` })).status).toBe(414);
  });

  test.each([1_048_577, 5_000_000])('a body of %i bytes: 413', async (length) => {
    expect((await socket.send(server, { target: '/api/item/view', body: 'x'.repeat(length) })).status).toBe(413);
  });

  test('a body without an end is given up', async () => {
    const chunk = `10000\r\n${'x'.repeat(65_536)}\r\n`;
    const head = 'POST /api/item/view HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n';
    // Who goes on sending may lose the answer to the reset that follows it.
    await expect(exchange(head + chunk.repeat(300)).catch(() => 'reset')).resolves.toMatch(/^$|reset|^HTTP\/1\.1 413 /);
  });

  test('more than 1000 variables: 400', async () => {
    const { target } = signFor(server, { account: server.credentials.account });
    expect((await socket.send(server, { target, body: 'a=1&'.repeat(996) })).status).toBe(400);
    expect((await socket.send(server, { target, body: 'a=1&'.repeat(900) })).status).toBe(200);
  });

  test.each(['GARBAGE\r\n\r\n', 'POST / HTTP/9.9\r\n\r\n', '\u0000\u0001\u0002\r\n\r\n'])(
    '%j is no crash',
    async (bytes) => {
      expect(await exchange(bytes)).toMatch(/^HTTP\/1\.1 400/);
    },
  );
});

test('malformed input of every kind is refused and never a fault of the server', async () => {
  const { account } = server.credentials;
  const bodies = ['title=%', 'title=%zz', 'title=%FF%FE', 'title=%C0%80', '=', '&&&', '%', 'title', '[]=1', 'a[b[c=1'];
  bodies.push(
    `a${'[x]'.repeat(500)}=1`,
    `${'['.repeat(5000)}=1`,
    '%00=1',
    'title=\u00ff\u00fe',
    '__proto__=1',
    'constructor=1',
  );
  for (const body of bodies) {
    const { target } = signFor(server, { account, body });
    const { status, text } = await socket.send(server, { target, body: Buffer.from(body, 'latin1') });
    expect([status, (JSON.parse(text) as { header: { status: number } }).header.status]).toEqual([
      200,
      expect.toBeOneOf([0, 6]) as number,
    ]);
  }
  for (const target of [
    '/api/%/%?%',
    '/api/item/view?%',
    '/api/item/view?%FF=%FE',
    '/api/__proto__/view',
    '/api/item/view?????',
  ]) {
    expect((await socket.send(server, { target })).text).toMatch(/"status":7/);
  }
  const raw = await exchange('POST /api/item/view?\u00ff=\u00fe HTTP/1.1\r\nHost: x\r\n\r\n', ok);
  expect(raw).toMatch(/"status":7|HTTP\/1\.1 400/);
  expect(server.journal.entries().filter(({ status }) => status === 1)).toEqual([]);
  expect(server.journal.entries().length).toBeGreaterThan(20);
});

describe('start and stop', () => {
  test('a server that hangs on purpose closes all the same', async () => {
    const hanging = await startTestServer();
    hanging.faults.add({ kind: 'hang' });
    const pending = socket.send(hanging, { target: '/api/item/view' }).catch(() => 'ended');
    await new Promise((resolve) => setTimeout(resolve, 50));
    const started = performance.now();
    await hanging.close();
    expect(performance.now() - started).toBeLessThan(3000);
    expect(await pending).toBe('ended');
    await hanging.close();
  });

  test('what await using calls stops it', async () => {
    const own = await startTestServer();
    expect((await fetch(`${own.url}/__streamone/health`)).ok).toBe(true);
    await own[Symbol.asyncDispose]();
    await expect(fetch(`${own.url}/__streamone/health`)).rejects.toThrow('fetch failed');
  });

  test.each([
    [{ port: 70_000 }, 'port: expected a whole number'],
    [{ host: '0.0.0.0' }, 'allow-remote'],
    [{ host: '192.0.2.1' }, 'allow-remote'],
    [
      { scenario: 'nowhere' },
      'scenario: expected studio, empty, archive, archive:<1 to 2000000 items>, given "nowhere"',
    ],
    [{ seed: 0.5 }, 'seed: expected a whole number'],
    [{ journalSize: 0 }, 'journalSize: expected'],
  ])('%j is refused', async (options, message) => {
    await expect(startTestServer(options)).rejects.toThrow(message);
  });

  test('a port that is taken is told', async () => {
    await expect(startTestServer({ port: Number(new URL(server.url).port) })).rejects.toThrow('EADDRINUSE');
  });
});
