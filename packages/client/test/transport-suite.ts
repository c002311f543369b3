import { gzipSync } from 'node:zlib';
import {
  type Transport,
  type TransportRequest,
  type TransportResponse,
  UnreadableAnswerError,
} from '@streamone/client';
import { describe, expect, test } from 'vitest';
import { failureSent } from '../src/transport/coded-failures.ts';
import { failureCode } from '../src/transport/transport-failure.ts';
import { headerOf } from '../src/transport/transport.ts';
import { type Reply, freePort, raw, reset, startScriptedServer } from './scripted-server.ts';
import { errorOf } from './test-client.ts';

/** A request as the client makes it, to an address. */
export function requestTo(url: string, more: Partial<TransportRequest> = {}): TransportRequest {
  const headers = { accept: 'application/json', 'content-type': 'application/x-www-form-urlencoded' };
  const { signal } = new AbortController();
  return {
    url: `${url}/api/item/view?a=%7E+b&signature=abc`,
    headers,
    body: 'x=%C3%A9',
    signal,
    maxBytes: 1000,
    write: false,
    ...more,
  };
}

const split: Reply = (socket) => {
  const [start, end] = [Buffer.from('é€😀').subarray(0, 4), Buffer.from('é€😀').subarray(4)];
  socket.setNoDelay(true);
  socket.write(
    Buffer.concat([
      Buffer.from('HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n4\r\n'),
      start,
      Buffer.from('\r\n'),
    ]),
  );
  setTimeout(
    () =>
      socket.write(Buffer.concat([Buffer.from(`${end.length.toString(16)}\r\n`), end, Buffer.from('\r\n0\r\n\r\n')])),
    20,
  );
};

/** What a transport is held to, whatever it is made of. @param lacks what the runtime does not tell: a browser has no codes, and a redirect no status */
export function transportSuite(
  name: string,
  create: () => Transport,
  { lacks = [] }: { readonly lacks?: readonly ('codes' | 'redirects')[] } = {},
): void {
  const tellsCodes = !lacks.includes('codes');
  const send = async (reply: Reply, more: Partial<TransportRequest> = {}): Promise<TransportResponse> => {
    await using server = await startScriptedServer([reply]);
    return await create().send(requestTo(server.url, more));
  };

  describe(`the transport ${name}`, () => {
    test('sends a form by POST, the address untouched, no cookies', async () => {
      await using server = await startScriptedServer([{ headers: [['Set-Cookie', 'a=b']] }]);
      const transport = create();
      await transport.send(requestTo(server.url));
      await transport.send(requestTo(server.url, { body: '' }));
      expect(server.requests[0]).toMatchObject({
        method: 'POST',
        target: '/api/item/view?a=%7E+b&signature=abc',
        body: 'x=%C3%A9',
      });
      expect(server.requests[0]?.headers).toMatchObject({ 'content-length': '8', host: `127.0.0.1:${server.port}` });
      expect(server.requests[1]).toMatchObject({ body: '' });
      expect(server.requests[1]?.headers).toMatchObject({ 'content-length': '0' });
      for (const { headers } of server.requests) expect(headers).not.toHaveProperty('cookie');
    });

    test('reads status, headers and text', async () => {
      const headers: [string, string][] = [
        ['X-One', 'a'],
        ['x-one', 'b'],
        ['Date', 'Thu, 01 Jan 2026 00:00:00 GMT'],
      ];
      const answer = await send({ status: 418, headers, body: '{"é":"😀"}' });
      expect(answer).toMatchObject({ status: 418, text: '{"é":"😀"}' });
      expect(headerOf(answer, 'x-one')).toBe('a, b');
      expect(headerOf(answer, 'date')).toBe('Thu, 01 Jan 2026 00:00:00 GMT');
      expect(headerOf(answer, 'x-none')).toBeUndefined();
    });

    test.for<[string, Reply, string]>([
      ['characters split over chunks', split, 'é€😀'],
      ['an empty body', {}, ''],
      ['204', { status: 204 }, ''],
      ['a body that ends with the connection', raw('HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n{}'), '{}'],
      [
        'what comes after a 103',
        raw('HTTP/1.1 103 Early Hints\r\nLink: x\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}'),
        '{}',
      ],
      ['HTTP/1.0', raw('HTTP/1.0 200 OK\r\n\r\n{}'), '{}'],
      ['a byte order mark', { body: '\uFEFF{}' }, '{}'],
      [
        'a byte order mark in chunks',
        { headers: [['Transfer-Encoding', 'chunked']], body: '5\r\n\uFEFF{}\r\n0\r\n\r\n' },
        '{}',
      ],
      ['a body that is said not to be packed', { headers: [['Content-Encoding', 'Identity']], body: '{}' }, '{}'],
      ['a body of just the limit', { body: 'a'.repeat(1000) }, 'a'.repeat(1000)],
    ])('reads %s', async ([, reply, text]) => expect((await send(reply)).text).toBe(text));

    test.for<[string, Reply]>([
      ['by its length', { body: 'a'.repeat(1001) }],
      [
        'by its chunks',
        { headers: [['Transfer-Encoding', 'chunked']], body: `3e9\r\n${'a'.repeat(1001)}\r\n0\r\n\r\n` },
      ],
      [
        'that never ends',
        (socket) => {
          socket.write('HTTP/1.1 200 OK\r\n\r\n');
          const timer = setInterval(() => socket.write('a'.repeat(400)), 5);
          socket.on('close', () => clearInterval(timer));
        },
      ],
    ])('refuses a body over the limit, told %s', async ([, reply]) => {
      const error = await errorOf(send(reply));
      expect(error).toBeInstanceOf(UnreadableAnswerError);
      expect(error).toMatchObject({
        name: 'AnswerTooLongError',
        httpStatus: 200,
        message: 'it is longer than 1000 bytes',
      });
    });

    test.for<[string, Reply]>([
      ['with a length', { body: Buffer.from([0xff, 0xfe]) }],
      [
        'in chunks',
        {
          headers: [['Transfer-Encoding', 'chunked']],
          body: Buffer.from([0x32, 13, 10, 0xc3, 0x28, 13, 10, 0x30, 13, 10, 13, 10]),
        },
      ],
    ])('refuses bytes that are no text, %s', async ([, reply]) => {
      const error = await errorOf(send(reply));
      expect(error).toBeInstanceOf(UnreadableAnswerError);
      expect(error.message).toBe('it is not UTF-8');
    });

    test('reads a packed body only where it asked for one', async () => {
      await using server = await startScriptedServer([
        { headers: [['Content-Encoding', 'gzip']], body: gzipSync('{}') },
      ]);
      const settled = await create()
        .send(requestTo(server.url))
        .then(
          ({ text }) => text,
          (error: unknown) => error,
        );
      const asked = /gzip/.test(server.requests[0]?.headers['accept-encoding'] ?? 'gzip');
      if (asked) expect(settled).toBe('{}');
      else
        expect(settled).toMatchObject({
          name: 'UnreadableAnswerError',
          message: 'it is packed (gzip), which was not asked for',
        });
    });

    test('a change of protocol ends it at once, one way or the other', async () => {
      const reply = raw('HTTP/1.1 101 Switching Protocols\r\nConnection: upgrade\r\nUpgrade: x\r\n\r\n');
      const signal = AbortSignal.timeout(5000);
      const told = await send(reply, { signal }).then(
        ({ status }) => status,
        (error: unknown) => failureCode(error) ?? String(error),
      );
      expect(String(told)).toMatch(tellsCodes ? /^(101|UND_ERR_SOCKET|ECONNRESET)$/ : /^(101|Error: .+)$/);
    });

    test('does not follow a redirect', async () => {
      await using other = await startScriptedServer([{}]);
      expect((await send({ status: 307, headers: [['Location', other.url]] })).status).toBe(
        lacks.includes('redirects') ? 0 : 307,
      );
      expect(other.connections).toBe(0);
    });

    test.for<[string, Reply, RegExp]>([
      ['before an answer', reset, /./],
      [
        'in the midst of a body',
        (socket) => {
          socket.write('HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\n{"a"');
          setTimeout(() => socket.resetAndDestroy(), 20);
        },
        /of HTTP status 200, broke off/,
      ],
      [
        'at the end of half a body',
        raw('HTTP/1.1 503 Busy\r\nContent-Length: 500\r\n\r\n{"a"'),
        /of HTTP status 503, broke off/,
      ],
    ])('rejects when the connection ends %s', async ([, reply, message]) => {
      const error = await errorOf(send(reply));
      expect(error.message).toMatch(message);
      expect(failureSent(error)).toBe('unknown');
      if (tellsCodes) expect(failureCode(error)).toMatch(/^(ECONNRESET|UND_ERR_SOCKET)$/);
    });

    test('rejects when nobody listens, and nothing was sent', async () => {
      const error = await errorOf(create().send(requestTo(`http://127.0.0.1:${await freePort()}`)));
      if (!tellsCodes) return;
      expect(failureCode(error)).toBe('ECONNREFUSED');
      expect(failureSent(error)).toBe('no');
    });

    test.for<[string, Extract<Reply, Function>]>([
      ['before an answer', () => undefined],
      ['in the midst of a body', (socket) => void socket.write('HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\n{"a"')],
    ])('ends %s when told so, with the connection', async ([, reply]) => {
      let ended = false;
      await using server = await startScriptedServer([
        (socket, request) => {
          socket.on('close', () => {
            ended = true;
          });
          reply(socket, request);
        },
      ]);
      const controller = new AbortController();
      const sent = create().send(requestTo(server.url, { signal: controller.signal }));
      setTimeout(() => controller.abort(new Error('enough')), 50);
      await errorOf(sent);
      // Chromium reads on for 5 s first, in case it is soon done and the connection can be used again.
      await expect.poll(() => ended, { timeout: 10_000 }).toBe(true);
    });

    test('sends nothing when told to end before', async () => {
      await using server = await startScriptedServer([{}]);
      await errorOf(create().send(requestTo(server.url, { signal: AbortSignal.abort() })));
      expect(server.requests).toHaveLength(0);
    });

    test('uses a connection again', async () => {
      await using server = await startScriptedServer([{ body: '{}' }]);
      const transport = create();
      for (let at = 0; at < 5; at++) await transport.send(requestTo(server.url, { write: at % 2 === 0 }));
      expect(server.requests).toHaveLength(5);
      expect(server.connections).toBeLessThanOrEqual(2);
      await transport.close?.();
    });

    test('goes on after its close', async () => {
      await using server = await startScriptedServer([{ body: '{}' }, { body: '{}', delay: 50 }]);
      const transport = create();
      await transport.send(requestTo(server.url));
      const pending = transport.send(requestTo(server.url));
      await transport.close?.();
      expect((await pending).text).toBe('{}');
      expect((await transport.send(requestTo(server.url))).text).toBe('{}');
    });

    test('reaches an IPv6 address', async (context) => {
      const server = await startScriptedServer([{ body: '{}' }], { host: '::1' }).catch(() => undefined);
      if (server === undefined) return context.skip('this machine has no IPv6 loopback');
      expect((await create().send(requestTo(server.url))).text).toBe('{}');
      expect(server.requests[0]?.headers['host']).toBe(`[::1]:${server.port}`);
      return server[Symbol.asyncDispose]();
    });
  });
}
