import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { type Reply, freePort, raw, refusal, reset, startScriptedServer, success } from './scripted-server.ts';
import { PSK, clientOf, factsOf } from './test-client.ts';

const huge = `HTTP/1.1 200 OK\r\nX-Huge: ${'a'.repeat(100_000)}\r\n\r\n`;
const chunked: [string, string][] = [['Transfer-Encoding', 'chunked']];
const notUtf8 = Buffer.concat([
  Buffer.from('{"header":{"status":0,"statusmessage":"'),
  Buffer.from([0xc3, 0x28]),
  Buffer.from('"},"body":null}'),
]);

/** What came, the error that it must give, and what its message must say. */
export const badAnswers: [name: string, reply: Reply, facts: Record<string, unknown>, message: RegExp][] = [
  [
    'HTML',
    { body: '<html><body>Welcome</body></html>' },
    { name: 'MalformedResponseError', httpStatus: 200, sent: 'yes' },
    /it looks like HTML, not JSON; it begins: <html>/,
  ],
  [
    'HTML with 404',
    { status: 404, body: '<h1>Not here</h1>' },
    { name: 'HttpError', httpStatus: 404, sent: 'yes' },
    /HTTP status 404 and no answer of the API; it begins: <h1>Not here/,
  ],
  [
    'a truncated body',
    raw('HTTP/1.1 200 OK\r\nContent-Length: 900\r\n\r\n{"header":{"status":0'),
    { name: 'NetworkError', sent: 'unknown' },
    /no answer from 127\.0\.0\.1:\d+: the answer, of HTTP status 200, broke off/,
  ],
  [
    'a truncated chunk',
    raw('HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nff\r\n{"hea'),
    { name: 'NetworkError' },
    /of HTTP status 200, broke off/,
  ],
  [
    'JSON that is cut off',
    { body: '{"header":{"status":0,' },
    { name: 'MalformedResponseError', httpStatus: 200 },
    /it is not JSON; it begins: \{"header"/,
  ],
  [
    'another envelope',
    { body: '{"data":[]}' },
    { name: 'MalformedResponseError', httpStatus: 200 },
    /it has no "header"/,
  ],
  [
    'a status that is text',
    { body: '{"header":{"status":"0","statusmessage":""},"body":[]}' },
    { name: 'MalformedResponseError' },
    /"header\.status" is not an integer/,
  ],
  ['null', { body: 'null' }, { name: 'MalformedResponseError' }, /it is not an object/],
  ['nothing with 200', { body: '' }, { name: 'MalformedResponseError', httpStatus: 200, excerpt: '' }, /it is empty/],
  ['204', { status: 204 }, { name: 'MalformedResponseError', httpStatus: 204 }, /it is empty/],
  [
    '500 with a refusal',
    refusal(1, 'broken', { status: 500 }),
    { name: 'InternalError', httpStatus: 500, status: 1, statusName: 'INTERNAL_ERROR' },
    /status 1 INTERNAL_ERROR: broken/,
  ],
  [
    '500 with a success',
    success([], {}, { status: 500 }),
    { name: 'HttpError', httpStatus: 500 },
    /HTTP status 500 and no answer of the API/,
  ],
  [
    'a status that is not known',
    refusal(4711, 'news'),
    { name: 'UnknownStatusError', status: 4711, kind: 'unknown', httpStatus: 200 },
    /status 4711/,
  ],
  [
    'bytes that are not UTF-8',
    { body: notUtf8 },
    { name: 'MalformedResponseError', httpStatus: 200, sent: 'yes' },
    /of HTTP status 200, can't be read: it is not UTF-8/,
  ],
  [
    'chunks that are not UTF-8',
    {
      headers: chunked,
      body: Buffer.concat([Buffer.from('2\r\n'), Buffer.from([0xc3, 0x28]), Buffer.from('\r\n0\r\n\r\n')]),
    },
    { name: 'MalformedResponseError', httpStatus: 200 },
    /it is not UTF-8/,
  ],
  [
    'a body over the limit',
    (socket) => void socket.write('HTTP/1.1 200 OK\r\nContent-Length: 70000000\r\n\r\n'),
    { name: 'MalformedResponseError', httpStatus: 200, sent: 'yes' },
    /can't be read: it is longer than 67108864 bytes/,
  ],
  [
    'a connection that is reset',
    reset,
    { name: 'NetworkError', sent: 'unknown' },
    /no answer from 127\.0\.0\.1:\d+: .{4,}/,
  ],
  [
    'something that is no HTTP',
    raw('SSH-2.0-OpenSSH_9.2\r\n'),
    { name: 'NetworkError', sent: 'unknown' },
    /no answer from 127\.0\.0\.1:\d+: .{4,}/,
  ],
  ['huge headers', raw(huge), { name: 'NetworkError' }, /no answer from 127\.0\.0\.1:\d+: .{4,}/],
];

describe('a bad answer is one clear error', () => {
  for (const [which, isRead] of [
    ['read', true],
    ['write', false],
  ] as const) {
    test.for(badAnswers)(`%s, for a ${which}`, async ([, reply, facts, message]) => {
      await using server = await startScriptedServer([reply]);
      const client = clientOf(server.url, { retry: 0 });
      const told = await factsOf(isRead ? client.item.view({ limit: 1 }) : client.item.create({ title: 'x' }));
      expect(told).toMatchObject({ ...facts, command: 'item', action: isRead ? 'view' : 'create', attempts: 1 });
      expect(told['requestId']).toMatch(/^\w*-1$/);
      expect(told['message']).toMatch(message);
      expect(told['message']).toMatch(/^item\/(view|create): /);
      expect(told['message']).not.toContain(PSK);
      expect(server.requests).toHaveLength(1);
    });
  }

  test('a redirect is not followed, and no one else sees the signature', async () => {
    await using other = await startScriptedServer([success()]);
    for (const status of [301, 302, 307, 308]) {
      await using server = await startScriptedServer([
        { status, headers: [['Location', `${other.url}/api/item/view`]] },
      ]);
      const told = await factsOf(clientOf(server.url).item.view());
      expect(told).toMatchObject({ name: 'HttpError', httpStatus: status, attempts: 1 });
      expect(told['message']).toContain('a redirect, which is not followed');
      expect(server.requests).toHaveLength(1);
    }
    expect(other.requests).toHaveLength(0);
    expect(other.connections).toBe(0);
  });

  test('a refused connection names the host', async () => {
    const host = `127.0.0.1:${await freePort()}`;
    const told = await factsOf(clientOf(host, { retry: 0 }).item.view());
    expect(told).toMatchObject({ name: 'NetworkError', code: 'ECONNREFUSED', sent: 'no', attempts: 1 });
    expect(told['message']).toBe(`item/view: no answer from ${host}: connect ECONNREFUSED ${host}`);
  });

  test('a name that is not found', async () => {
    const told = await factsOf(clientOf('https://streamone.invalid', { retry: 0 }).item.create());
    expect(told).toMatchObject({ name: 'NetworkError', sent: 'no' });
    expect(told['code']).toMatch(/^(ENOTFOUND|EAI_AGAIN)$/);
  });
});

test('an answer may be packed where the runtime asked for it', async () => {
  const packed = gzipSync(JSON.stringify({ header: { status: 0, statusmessage: '' }, body: { some: 'thing' } }));
  await using server = await startScriptedServer([{ headers: [['Content-Encoding', 'gzip']], body: packed }]);
  expect(await clientOf(server.url).api.info()).toEqual({ some: 'thing' });
});

test('a byte order mark is no part of an answer', async () => {
  await using server = await startScriptedServer([
    { body: '\uFEFF{"header":{"status":0,"statusmessage":""},"body":[]}' },
  ]);
  expect(await clientOf(server.url).item.view()).toEqual([]);
});
