import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type TestServer, startTestServer } from '../src/index.js';
import { signFor } from './ask.js';
import { exchange, goodRequest, isWell, rawSocket } from './raw-socket.js';

let server: TestServer;
const faults: unknown[] = [];
const note = (fault: unknown): void => void faults.push(fault);
beforeAll(async () => {
  process.on('uncaughtExceptionMonitor', note).on('unhandledRejection', note);
  server = await startTestServer();
});
afterEach(async () => {
  server.faults.clear();
  if (!(await isWell(server))) throw new Error('the server does not answer as it should');
  if (server.journal.entries({ status: 1 }).length > 0) throw new Error('the server itself failed');
  if (faults.length > 0) throw new AggregateError(faults, 'something was thrown to the process');
});
afterAll(async () => {
  await server.close();
  process.off('uncaughtExceptionMonitor', note).off('unhandledRejection', note);
});

const FORM = 'Content-Type: application/x-www-form-urlencoded\r\n';
const post = (headers: string, body = ''): string => `POST /api/item/view HTTP/1.1\r\nHost: x\r\n${headers}\r\n${body}`;
const head = (line: string, headers = 'Host: x\r\n'): string => `${line}\r\n${headers}\r\n`;
const answered = (text: string): boolean => /^HTTP\/1\.1 [2-5]/.test(text);

/** The statuses of all answers in what came. */
function statuses(text: string): number[] {
  return [...text.matchAll(/HTTP\/1\.1 (\d{3}) /g)].map(([, status]) => Number(status));
}

describe('what is no HTTP is answered with 400 and the connection ends', () => {
  test.each([
    ['no request line', 'GARBAGE\r\n\r\n'],
    ['bytes of no kind', '\u0000\u0001\u0002\u00ff\r\n\r\n'],
    ['a greeting of TLS', '\u0016\u0003\u0001\u0002\u0000\u0001\u0000\u0001\u00fc\u0003\u0003'],
    ['HTTP/2 without TLS', 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n'],
    ['a version that is none', head('POST / HTTP/9.9')],
    ['a method that is none', head(`${'M'.repeat(5000)} / HTTP/1.1`)],
    ['a method in lower case', head('post / HTTP/1.1')],
    ['a space in the target', head('POST /api/item/view?a=b c HTTP/1.1')],
    ['HTTP/1.1 without a host', head('POST / HTTP/1.1', '')],
    ['a length that is negative', post('Content-Length: -1\r\n')],
    ['a length that is no number', post('Content-Length: 0x10\r\n')],
    ['a length past all numbers', post('Content-Length: 99999999999999999999\r\n')],
    ['two lengths', post('Content-Length: 1\r\nContent-Length: 2\r\n', 'ab')],
    ['a length and chunks (smuggling)', post('Content-Length: 4\r\nTransfer-Encoding: chunked\r\n', '0\r\n\r\n')],
    ['chunks and a length (smuggling)', post('Transfer-Encoding: chunked\r\nContent-Length: 4\r\n', '0\r\n\r\n')],
    ['chunks that are not last (smuggling)', post('Transfer-Encoding: chunked, identity\r\n', '0\r\n\r\n')],
    ['an encoding that is not known', post('Transfer-Encoding: gzip\r\n', 'x')],
    ['a blank before the colon', post('Content-Length : 1\r\n', 'a')],
    ['a NUL in a header', post('X-A: a\u0000b\r\n')],
    ['a bare CR in a header', post('X-A: a\rContent-Length: 5\r\n', 'abcde')],
    ['a chunk whose size is none', post('Transfer-Encoding: chunked\r\n', 'zz\r\n')],
    ['a chunk past all numbers', post('Transfer-Encoding: chunked\r\n', `${'F'.repeat(20)}\r\n`)],
    ['a chunk longer than it says', post('Transfer-Encoding: chunked\r\n', '1\r\nabc\r\n0\r\n\r\n')],
  ])('%s', async (_, bytes) => {
    const text = await exchange(server, bytes);
    expect(statuses(text)).toEqual([400]);
    expect(text).toMatch(/connection: close/i);
  });
});

describe('odd HTTP gets its answer', () => {
  test.each([
    ['HTTP/0.9', 'GET /\r\n\r\n', 405],
    ['TRACE', head('TRACE /api/item/view HTTP/1.1'), 405],
    ['an upgrade to a WebSocket', post('Connection: Upgrade\r\nUpgrade: websocket\r\nContent-Length: 0\r\n'), 200],
    [
      'an upgrade to HTTP/2',
      post('Connection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\nHTTP2-Settings: AA\r\n'),
      200,
    ],
    ['the target *', head('POST * HTTP/1.1'), 404],
    ['an absolute target with nothing in it', head('POST http:// HTTP/1.1'), 404],
    ['an absolute target with a wrong host', head('POST http://[::1/api/item/view HTTP/1.1'), 200],
    ['a target with a fragment', head('POST /api/item/view#a HTTP/1.1'), 200],
    ['escapes that are none', head('POST /api/%/%zz?%=%zz&%00 HTTP/1.1'), 200],
    ['a wish that is not known', post('Expect: miracles\r\n'), 417],
    ['two types of content', post(`${FORM}Content-Type: text/plain\r\nContent-Length: 1\r\n`, 'a'), 200],
    ['a type of content without an end', post(`Content-Type: ${';'.repeat(9000)}\r\nContent-Length: 1\r\n`, 'a'), 200],
    ['900 headers', post('X-A: b\r\n'.repeat(900)), 200],
    ['a longer header than is read', post(`X-A: ${'b'.repeat(70_000)}\r\n`), 431],
    ['more headers than are read', post('X-A: b\r\n'.repeat(10_000)), 431],
    ['a longer target than is read', head(`POST /api/item/view?${'a'.repeat(20_000)} HTTP/1.1`), 414],
    ['a target as long as a header', head(`POST /api/item/view?${'a'.repeat(70_000)} HTTP/1.1`), 431],
    ['a path without an end', head(`POST ${'/a'.repeat(8000)} HTTP/1.1`), 404],
    ['a host that is none, beside the API', head('GET /__streamone/health HTTP/1.1', 'Host: ][\r\n'), 400],
    ['a method that fetch forbids, beside the API', head('TRACE /__streamone/health HTTP/1.1'), 400],
  ])('%s: %#', async (_, bytes, status) => {
    expect(statuses(await exchange(server, bytes, answered))).toEqual([status]);
  });

  test('CONNECT is no request of ours', async () => {
    expect(await exchange(server, head('CONNECT api.streamonecloud.net:443 HTTP/1.1'))).toBe('');
  });

  test('Expect: 100-continue, as curl sends it', async () => {
    const { account } = server.credentials;
    const { target, body } = signFor(server, { account, args: { limit: '1' } });
    const length = `Content-Length: ${body.length}\r\nExpect: 100-continue\r\n`;
    const connection = await rawSocket(server);
    connection.socket.write(`POST ${target} HTTP/1.1\r\nHost: x\r\n${FORM}${length}\r\n`);
    expect(await connection.until((text) => text.includes('\r\n\r\n'))).toBe('HTTP/1.1 100 Continue\r\n\r\n');
    connection.socket.write(body);
    expect(await connection.until((text) => text.endsWith('}'))).toContain('"status":0');
    connection.socket.destroy();
  });

  test('what follows a smuggled length is not taken for a request', async () => {
    const hidden = goodRequest(server);
    const before = server.journal.entries().length;
    await exchange(server, post('Content-Length: 4\r\nTransfer-Encoding: chunked\r\n', `0\r\n\r\n${hidden}`));
    expect(server.journal.entries()).toHaveLength(before);
  });
});

describe('bodies that are too large', () => {
  const block = Buffer.alloc(65_536, 'x');

  test.each([
    ['declared', 413, post(`${FORM}Content-Length: 99999999999\r\n`), block],
    [
      'in chunks',
      413,
      post(`${FORM}Transfer-Encoding: chunked\r\n`),
      Buffer.from(`10000\r\n${'x'.repeat(65_536)}\r\n`),
    ],
    ['of another method', 405, head('PUT / HTTP/1.1', 'Host: x\r\nContent-Length: 99999999999\r\n'), block],
  ])('%s: given up with %i, whatever is still to come', async (_, status, start, chunk) => {
    server.journal.clear();
    const connection = await rawSocket(server);
    connection.socket.write(start);
    let sent = 0;
    const flood = (): void => {
      while (!connection.socket.destroyed && connection.socket.write(chunk)) sent += chunk.length;
      sent += chunk.length;
    };
    connection.socket.on('drain', flood);
    flood();
    const text = await connection.closed();
    // Who goes on sending may lose the answer to the reset that follows it.
    expect(statuses(text)).toEqual(text === '' ? [] : [status]);
    expect(text).toMatch(/^$|\r\nconnection: close\r\n/i);
    expect(sent).toBeLessThan(64 * 1024 * 1024);
    expect(server.journal.entries()).toMatchObject([{ httpStatus: status }]);
  });

  test('a chunk that is nothing but its extension', async () => {
    const text = await exchange(server, post('Transfer-Encoding: chunked\r\n', `1;${'a'.repeat(100_000)}\r\na\r\n`));
    expect(statuses(text)).toEqual(text === '' ? [] : [413]);
  });

  test('a body that nobody reads, beside the API', async () => {
    const bytes = `POST /__streamone/health HTTP/1.1\r\nHost: x\r\nContent-Length: 5000000\r\n\r\n${'x'.repeat(5_000_000)}`;
    const [status = 0] = statuses(await exchange(server, bytes, answered));
    expect(status).toBeGreaterThanOrEqual(200);
  });
});

describe('many at once', () => {
  test('3000 pipelined requests are answered in their order', async () => {
    const kinds: readonly (readonly [string, number])[] = [
      [goodRequest(server), 200],
      [head('POST /nowhere HTTP/1.1'), 404],
      [head('PUT /api/item/view HTTP/1.1'), 405],
      [head(`POST /${'a'.repeat(16_384)} HTTP/1.1`), 414],
      [post(`${FORM}Content-Length: 7\r\n`, 'limit=1'), 200],
    ];
    const order = Array.from({ length: 3000 }, (_, at) => kinds[(at * 7 + (at % 11)) % (at % 50 === 0 ? 5 : 3)]);
    const bytes = order.map((kind) => kind?.[0]).join('');
    const text = await exchange(server, bytes, (came) => came.length > 400_000 && statuses(came).length === 3000);
    expect(statuses(text)).toEqual(order.map((kind) => kind?.[1]));
  });

  test('pipelined requests that all wait are bounded', async () => {
    server.journal.clear();
    server.faults.add({ kind: 'hang' });
    const connection = await rawSocket(server);
    const request = goodRequest(server);
    const flood = (): void => {
      while (!connection.socket.destroyed && connection.socket.write(request.repeat(100)));
    };
    connection.socket.on('drain', flood);
    flood();
    expect(await connection.closed()).toBe('');
    expect(server.journal.entries().length).toBeLessThan(1000);
  });

  test('large posters do not keep others waiting, and are bounded too', async () => {
    const [item] = server.state.items;
    const path = `/thumbnail/account=${item?.account}/item=${item?.id}/poster.jpg`;
    const bytes = (count: number, edge: number): string =>
      Array.from({ length: count }, (_, at) => head(`GET ${path}?size=${edge}x${edge - at} HTTP/1.1`)).join('');
    const posters = await rawSocket(server);
    posters.socket.write(bytes(40, 3000));
    const started = performance.now();
    // The first is on its way.
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(await isWell(server)).toBe(true);
    expect(performance.now() - started).toBeLessThan(5000);
    posters.socket.destroy();
    const many = await rawSocket(server);
    many.socket.write(bytes(200, 300));
    expect(statuses(await many.closed()).length).toBeLessThan(101);
  });

  test('a reset of a pipelined request, though one before it waits', async () => {
    server.faults.add({ kind: 'hang', times: 1 });
    server.faults.add({ kind: 'reset', times: 1 });
    expect(await exchange(server, goodRequest(server).repeat(2))).toBe('');
  });

  test('uploads that break off in the middle leave nothing behind', async () => {
    server.journal.clear();
    const half = post(`${FORM}Content-Length: 1000\r\n`, 'x'.repeat(500));
    const connections = await Promise.all(Array.from({ length: 100 }, () => rawSocket(server)));
    for (const [index, { socket }] of connections.entries()) {
      socket.write(half, () => (index % 2 === 0 ? socket.resetAndDestroy() : socket.destroy()));
    }
    await Promise.all(connections.map((connection) => connection.closed()));
    expect(await isWell(server)).toBe(true);
    expect(server.journal.entries()).toHaveLength(1);
  });

  test('a client that leaves before its answer', async () => {
    server.faults.add({ kind: 'delay', ms: 5, times: 100 });
    const connections = await Promise.all(Array.from({ length: 100 }, () => rawSocket(server)));
    for (const { socket } of connections) socket.write(goodRequest(server), () => socket.resetAndDestroy());
    await Promise.all(connections.map((connection) => connection.closed()));
  });
});
