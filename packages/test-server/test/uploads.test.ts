import { readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { createConnection } from 'node:net';
import { afterEach, beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { createTestServer as createPortable } from '../src/browser.js';
import { type FaultOptions, type TestServer, createTestServer, startTestServer } from '../src/index.js';
import { ask, view } from './ask.js';
import { BACK, type Part, type Send, VIDEO, file, leave, post } from './upload.js';

interface Way {
  readonly name: string;
  readonly start: (options?: Parameters<typeof createTestServer>[0]) => Promise<TestServer>;
  readonly send: (server: TestServer) => Send;
}

const ways: readonly Way[] = [
  { name: 'socket', start: (options) => startTestServer(options), send: () => fetch },
  { name: 'fetch', start: async (options) => createTestServer(options), send: (server) => server.fetch },
  { name: 'portable', start: async (options) => createPortable(options), send: (server) => server.fetch },
];

const PNG = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex');

function error(response: Response): string | undefined {
  expect(response.status).toBe(302);
  const location = response.headers.get('location') ?? '';
  const [, code] = /[?&]error=(\d+)/.exec(location) ?? [];
  expect(location).toBe(code === undefined ? BACK : BACK.replace('#', `&error=${code}#`));
  return code;
}

describe.each(ways)('$name', ({ start, send }) => {
  let server: TestServer;
  beforeEach(async () => {
    server = await start();
  });
  afterEach(() => server.close());

  const upload = async (token: string, ...parts: readonly Part[]): Promise<Response> =>
    post(send(server), `${server.url}/upload`, [['uploadtoken', token], ['returnurl', BACK], ...parts]);

  test('a file becomes an item with its title, duration, links and poster', async () => {
    const given = await leave(server);
    expect(given.uploadurl).toBe(`${server.url}/upload`);
    const parts: Part[] = [
      ['title', 'Élan & <b>'],
      ['author', 'Eva'],
      ['description', 'Wat'],
      ['archived', '0'],
    ];
    expect(error(await upload(given.token, ...parts, file(VIDEO, 'mijn vidéo.mp4')))).toBeUndefined();
    const { body } = await view(server, { item: given.itemid, showfiles: '1' });
    const place = `account=${server.credentials.account}/item=${given.itemid}`;
    expect(body).toMatchObject([
      {
        id: given.itemid,
        title: 'Élan & <b>',
        author: 'Eva',
        description: 'Wat',
        type: 'video',
        archived: false,
        duration: '0:00:06',
        medialink: {
          progressive: `${server.url}/progressive/${place}/elan-b.mp4`,
          hls: `${server.url}/hls/${place}/elan-b.m3u8`,
        },
        selectedthumbnailurl: `${server.url}/thumbnail/${place}/poster.jpg`,
        files: [{ id: given.fileid, name: 'mijn vidéo.mp4', type: 'video/mp4', size: VIDEO.length, duration: 6 }],
      },
    ]);
    const media = await send(server)(`${server.url}/progressive/${place}/elan-b.mp4`, {});
    expect(Buffer.from(await media.arrayBuffer()).equals(VIDEO)).toBe(true);
  });

  test('the order of the fields is free; a new item is archived unless told, and its title is its ID', async () => {
    const given = await leave(server);
    server.clock.advance(10);
    const before = Math.floor(server.clock.now() / 1000) * 1000;
    const parts: Part[] = [file(VIDEO), ['uploadtoken', given.token], ['returnurl', BACK]];
    expect(error(await post(send(server), given.uploadurl, parts))).toBeUndefined();
    const item = server.state.items.get(given.itemid);
    expect(item).toMatchObject({ title: given.itemid, archived: true, duration: 6 });
    // A second may begin meanwhile.
    expect(item?.datemodified.getTime()).toBeGreaterThanOrEqual(before);
    expect(item?.datemodified.getTime()).toBeLessThanOrEqual(server.clock.now());
    expect((await view(server, { item: given.itemid })).body).toHaveLength(0);
    expect((await view(server, { item: given.itemid, archived: '' })).body).toHaveLength(1);
  });

  test('what is no media is kept, without a duration', async () => {
    const given = await leave(server);
    expect(error(await upload(given.token, file('hello', 'a.mp4')))).toBeUndefined();
    const { medialink, duration, type } = server.state.items.get(given.itemid) ?? {};
    expect({ duration, type, kinds: Object.keys(medialink ?? {}) }).toEqual({
      duration: null,
      type: 'video',
      kinds: ['progressive'],
    });
    const media = await send(server)(`${server.url}${medialink?.progressive}`, {});
    expect(media.headers.get('content-type')).toBe('application/octet-stream');
    expect(await media.text()).toBe('hello');
  });

  test('broken media never breaks the server', async () => {
    for (const bytes of [
      VIDEO.subarray(0, 1000),
      VIDEO.subarray(0, 20_000),
      VIDEO.map((byte, at) => (at > 100 ? byte ^ at : byte)),
    ]) {
      const given = await leave(server);
      expect(error(await upload(given.token, file(new Uint8Array(bytes))))).toBeUndefined();
      const hls = await send(server)(
        `${server.url}/hls/account=${server.credentials.account}/item=${given.itemid}/a.m3u8`,
        {},
      );
      expect([200, 404]).toContain(hls.status);
    }
  });

  test('a token serves once, and not for ever', async () => {
    const given = await leave(server);
    expect(error(await upload(given.token, file('one')))).toBeUndefined();
    expect(error(await upload(given.token, file('two')))).toBe('190');
    server.clock.freeze();
    const short = await leave(server, { validfor: '60' });
    server.clock.advance(60);
    expect(error(await upload(short.token, file('in time')))).toBeUndefined();
    const late = await leave(server, { validfor: '60' });
    server.clock.advance(61);
    expect(error(await upload(late.token, file('late')))).toBe('190');
    expect(server.journal.entries({ command: 'upload' }).map(({ explanation }) => explanation?.summary)).toEqual([
      undefined,
      '190 UPLOAD_TOKEN_NOT_FOUND: A file came with this upload token already: it serves once.',
      undefined,
      '190 UPLOAD_TOKEN_NOT_FOUND: The upload token expired 1 s ago.',
    ]);
  });

  test('of many uploads with one token at once, one is taken', async () => {
    const given = await leave(server);
    const codes = (await Promise.all(Array.from({ length: 8 }, () => upload(given.token, file(VIDEO))))).map(error);
    expect(codes.filter((code) => code === undefined)).toHaveLength(1);
    expect(codes.filter((code) => code === '190')).toHaveLength(7);
    expect([...server.state.files]).toHaveLength(1);
  });

  test('a refused upload leaves the token as it was', async () => {
    const given = await leave(server);
    expect(error(await upload(given.token, ['archived', 'no'], file('x')))).toBe('6');
    expect(error(await upload(given.token, file('x')))).toBeUndefined();
  });

  test.each<[string, string, readonly Part[]]>([
    ['no file', '6', []],
    ['a form without a chosen file', '6', [file('', '')]],
    ['an empty file', '112', [file('')]],
    ['two files', '6', [file('a'), file('b')]],
    ['a file in another field', '6', [['file', { bytes: PNG, name: 'a.png' }]]],
    ['a file as a text', '6', [['uploadfile', 'text']]],
    ['an unknown field', '6', [['tilte', 'x'], file('a')]],
    ['a field twice', '6', [['title', 'x'], ['title', 'y'], file('a')]],
    ['a field that is too long', '6', [['description', 'x'.repeat(65_537)], file('a')]],
    ['a wrong archived', '6', [['archived', 'yes'], file('a')]],
    ['an unknown item to replace', '120', [['replaceitem', 'nobody'], file('a')]],
    ['many fields', '6', [...Array.from({ length: 60 }, (_, at): Part => [`f${at}`, '']), file('a')]],
  ])('%s is refused with %s %s', async (_, code, parts) => {
    const given = await leave(server);
    expect(error(await upload(given.token, ...parts))).toBe(code);
    expect([...server.state.files]).toHaveLength(0);
  });

  test('an unknown and a missing token', async () => {
    expect(error(await upload('unknown', file('a')))).toBe('190');
    expect(error(await post(send(server), `${server.url}/upload`, [['returnurl', BACK], file('a')]))).toBe('6');
  });

  test.each(['', 'javascript:alert(1)', '/done', 'not an address', `https://a.example/${'x'.repeat(9000)}`])(
    'without a way back (%s) it says what is wrong',
    async (returnurl) => {
      const given = await leave(server);
      const parts: Part[] = [['uploadtoken', given.token], ['returnurl', returnurl], file('a')];
      const response = await post(send(server), given.uploadurl, parts);
      expect(response.status).toBe(400);
      expect(await response.text()).toMatch(/^6 INPUT_ERROR: The field "returnurl"/);
      expect([...server.state.files]).toHaveLength(0);
    },
  );

  test('what is no multipart form', async () => {
    for (const [type, body] of [
      ['application/x-www-form-urlencoded', 'uploadtoken=a'],
      ['multipart/form-data; boundary=b', 'nonsense'],
      [
        'multipart/form-data; boundary=b',
        '--b\r\nContent-Disposition: form-data; name="uploadfile"; filename="a"\r\n\r\nhalf',
      ],
      ['multipart/form-data', '--b--'],
    ] as const) {
      const response = await send(server)(`${server.url}/upload`, {
        method: 'POST',
        headers: { 'content-type': type },
        body,
      });
      expect(response.status).toBe(400);
      expect(await response.text()).toMatch(/^6 INPUT_ERROR: /);
    }
    expect((await send(server)(`${server.url}/upload`, {})).status).toBe(405);
  });

  test('a further file of an item changes nothing else; one can be asked for by its ID', async () => {
    const first = await leave(server);
    await upload(first.token, ['archived', '0'], file(VIDEO));
    const second = await leave(server, { item: first.itemid });
    expect(error(await upload(second.token, ['title', 'Other'], file('sound', 'b.mp3')))).toBeUndefined();
    expect(server.state.items.get(first.itemid)).toMatchObject({ title: first.itemid, duration: 6, archived: false });
    const place = `${server.url}/progressive/account=${server.credentials.account}/item=${first.itemid}`;
    expect(await (await send(server)(`${place}/file=${second.fileid}/a.mp4`, {})).text()).toBe('sound');
    expect((await send(server)(`${place}/file=${first.fileid}/a.mp4`, {})).headers.get('content-length')).toBe(
      String(VIDEO.length),
    );
    expect((await send(server)(`${place}/file=nothing/a.mp4`, {})).status).toBe(404);
  });

  test('replaceitem takes the place of the files of an item in the same account', async () => {
    const old = await leave(server);
    await upload(old.token, ['title', 'Kept'], file('old'));
    const given = await leave(server);
    expect(
      error(await upload(given.token, ['replaceitem', old.itemid], ['title', 'New'], file(VIDEO))),
    ).toBeUndefined();
    expect(server.state.items.get(old.itemid)).toMatchObject({ title: 'Kept', duration: 6, type: 'video' });
    expect([...server.state.files].map(({ id, item }) => [id, item])).toEqual([[given.fileid, old.itemid]]);
    // The item that the token made is not left behind; the one that is named by the token stays in any case.
    expect(server.state.items.get(given.itemid)).toBeUndefined();
    const named = await leave(server, { item: old.itemid });
    expect(error(await upload(named.token, ['replaceitem', old.itemid], file('third')))).toBeUndefined();
    expect([...server.state.files].map(({ id, item }) => [id, item])).toEqual([[named.fileid, old.itemid]]);
    const another = server.state.items.find(
      ({ id, account }) => id !== old.itemid && account === server.credentials.account,
    );
    const elsewhere = await leave(server, { item: another?.id ?? '' });
    expect(error(await upload(elsewhere.token, ['replaceitem', old.itemid], file('fourth')))).toBeUndefined();
    expect(server.state.items.get(another?.id ?? '')).toBeDefined();
    const foreign = server.state.items.find(({ account }) => account !== server.credentials.account);
    const other = await leave(server);
    expect(error(await upload(other.token, ['replaceitem', foreign?.id ?? ''], file(VIDEO)))).toBe('121');
  });

  test('a thumbnail is a picture, served as it is once it is chosen', async () => {
    const item = server.state.items.find(({ account }) => account === server.credentials.account);
    const id = item?.id ?? '';
    const poster = `${server.url}/thumbnail/account=${server.credentials.account}/item=${id}`;
    const seen = async (name: string): Promise<string | null> =>
      (await send(server)(`${poster}/${name}.jpg`, {})).headers.get('content-type');
    const candidate = await leave(server, { item: id, thumbnail: '1' });
    expect(error(await upload(candidate.token, file('text')))).toBe('111');
    expect(error(await upload(candidate.token, file(PNG, 'a.png')))).toBeUndefined();
    expect([await seen('poster'), await seen('1'), await seen('2')]).toEqual(['image/jpeg', 'image/png', 'image/jpeg']);
    const chosen = await leave(server, { item: id, thumbnail: '2' });
    const gif = new TextEncoder().encode('GIF89a...');
    expect(error(await upload(chosen.token, ['replaceitem', id], file(gif)))).toBe('6');
    expect(error(await upload(chosen.token, file(gif)))).toBeUndefined();
    expect([await seen('poster'), await seen('1'), await seen('2')]).toEqual(['image/gif', 'image/png', 'image/gif']);
    expect(server.state.items.get(id)?.duration).toBe(item?.duration);
  });

  test('read-only', async () => {
    const given = await leave(server);
    server.state.readOnly = true;
    expect(error(await upload(given.token, file('a')))).toBe('10');
  });

  test('an MP4 that is not made of fragments is played by HLS all the same', async () => {
    const { ALL_FORMATS, BlobSource, BufferTarget, Conversion, Input, Mp4OutputFormat, Output } =
      await import('mediabunny');
    const target = new BufferTarget();
    const input = new Input({ source: new BlobSource(new Blob([VIDEO])), formats: ALL_FORMATS });
    const output = new Output({ target, format: new Mp4OutputFormat({ fastStart: 'in-memory' }) });
    await (await Conversion.init({ input, output })).execute();
    const plain = new Uint8Array(target.buffer ?? new ArrayBuffer(0));
    const given = await leave(server);
    await upload(given.token, file(plain));
    const { medialink, duration } = server.state.items.get(given.itemid) ?? {};
    expect(duration).toBe(6);
    const original = await send(server)(`${server.url}${medialink?.progressive}`, {});
    expect(original.headers.get('content-length')).toBe(String(plain.length));
    const playlist = await (await send(server)(`${server.url}${medialink?.hls}`, {})).text();
    const ranges = [...playlist.matchAll(/BYTERANGE:(\d+)@(\d+)\n(\S+)/g)];
    expect(ranges.length).toBeGreaterThan(1);
    for (const [, length, offset, uri] of ranges) {
      const range = `bytes=${offset}-${Number(offset) + Number(length) - 1}`;
      const folder = medialink?.hls?.replace(/[^/]+$/, '');
      const part = await send(server)(`${server.url}${folder}${uri}`, { headers: { range } });
      expect(Buffer.from(await part.arrayBuffer()).toString('latin1', 4, 8)).toBe('moof');
    }
  });

  test('a file goes with its item, and its bytes come back with a snapshot', async () => {
    const given = await leave(server);
    await upload(given.token, ['archived', '0'], file('bytes'));
    const before = server.snapshot();
    server.state.items.remove(given.itemid);
    expect([...server.state.files]).toHaveLength(0);
    const link = `${server.url}/progressive/account=${server.credentials.account}/item=${given.itemid}/a.mp4`;
    expect((await send(server)(link, {})).status).toBe(404);
    server.restore(before);
    expect(await (await send(server)(link, {})).text()).toBe('bytes');
  });

  test('faults on order', async () => {
    const given = await leave(server);
    server.faults.add({ status: 119, command: 'upload', times: 1 });
    expect(error(await upload(given.token, file('a')))).toBe('119');
    server.faults.add({ http: 503, retryAfter: 1, command: 'upload', times: 1 });
    const refused = await upload(given.token, file(new Uint8Array(3_000_000)));
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([503, '1']);
    server.faults.add({ kind: 'reset', command: 'upload', times: 1 });
    await expect(upload(given.token, file('a'))).rejects.toThrow(TypeError);
    expect([...server.state.files]).toHaveLength(0);
    expect(error(await upload(given.token, file('a')))).toBeUndefined();
  });

  test('the journal tells of an upload, and keeps its token to itself', async () => {
    const given = await leave(server);
    await upload(given.token, ['title', 'T'], file('abc', 'a.mp4'));
    const [entry] = server.journal.entries({ command: 'upload' });
    expect(entry).toMatchObject({
      method: 'POST',
      path: '/upload',
      httpStatus: 302,
      arguments: { title: 'T', returnurl: BACK, uploadfile: { name: 'a.mp4', size: 3 } },
    });
    expect(JSON.stringify(entry)).not.toContain(given.token);
  });
});

describe.each(ways)('limits: $name', ({ start, send }) => {
  test('a file that is too large, and too many', async () => {
    const server = await start({ uploads: { maxFileSize: 2_000_000, maxTotal: 3_000_000 } });
    try {
      const codes: unknown[] = [];
      for (const size of [2_000_001, 2_000_000, 999_999, 2]) {
        const { token } = await leave(server);
        const bytes = file(new Uint8Array(size).fill(size % 251));
        codes.push(
          error(await post(send(server), `${server.url}/upload`, [bytes, ['uploadtoken', token], ['returnurl', BACK]])),
        );
      }
      expect(codes).toEqual(['112', undefined, undefined, '118']);
    } finally {
      await server.close();
    }
  });

  test.each([{ maxFileSize: 0 }, { maxTotal: 1.5 }])('%o is refused', async (uploads) => {
    await expect(start({ uploads })).rejects.toThrow(/^uploads\.max/);
  });
});

const folders = (): string[] => readdirSync(tmpdir()).filter((name) => name.startsWith('streamone-test-server-'));

test('large files are on the disk, in a folder that goes with the server', async () => {
  const before = new Set(folders());
  const server = await startTestServer();
  const { token, itemid } = await leave(server);
  const bytes = new Uint8Array(5_000_000).map((_, at) => at % 253);
  const response = await post(fetch, `${server.url}/upload`, [
    ['uploadtoken', token],
    ['returnurl', BACK],
    file(bytes),
  ]);
  expect(error(response)).toBeUndefined();
  const made = folders().filter((name) => !before.has(name));
  expect(made).toHaveLength(1);
  expect(readdirSync(`${tmpdir()}/${made[0]}`)).toHaveLength(1);
  const link = `${server.url}/progressive/account=${server.credentials.account}/item=${itemid}/a.mp4`;
  const part = await fetch(link, { headers: { range: 'bytes=4000000-4000009' } });
  expect([...new Uint8Array(await part.arrayBuffer())]).toEqual([...bytes.subarray(4_000_000, 4_000_010)]);
  await server.close();
  expect(folders()).not.toContain(made[0]);
});

test('an upload that is broken off leaves nothing behind', async () => {
  await using server = await startTestServer();
  const { token } = await leave(server);
  const { port } = new URL(server.url);
  const socket = createConnection(Number(port), '127.0.0.1');
  const form = `--b\r\nContent-Disposition: form-data; name="uploadtoken"\r\n\r\n${token}\r\n--b\r\nContent-Disposition: form-data; name="uploadfile"; filename="a"\r\n\r\n`;
  socket.write(
    `POST /upload HTTP/1.1\r\nHost: a\r\nContent-Type: multipart/form-data; boundary=b\r\nContent-Length: 9000000\r\n\r\n${form}`,
  );
  await new Promise((resolve) => socket.write(Buffer.alloc(3_000_000), resolve));
  socket.destroy();
  await expect.poll(() => server.journal.entries({ command: 'upload' }).length).toBe(1);
  expect(server.journal.entries({ command: 'upload' })).toMatchObject([{ httpStatus: 0 }]);
  expect([...server.state.files]).toHaveLength(0);
});

function head(field: string): string {
  return `--b\r\nContent-Disposition: form-data; name="${field}"; filename="a"\r\n\r\n`;
}

describe('a file of which nobody reads', () => {
  test.each([
    ['in another field', head('other')],
    ['beside another', `${head('uploadfile')}a\r\n${head('uploadfile')}`],
    ['of no bytes yet', head('uploadfile')],
  ])('%s may be broken off, and the server goes on', async (_, form) => {
    const thrown: unknown[] = [];
    const note = (uncaught: unknown): void => void thrown.push(uncaught);
    process.on('uncaughtException', note);
    try {
      await using server = await startTestServer();
      const { port } = new URL(server.url);
      for (const size of [0, 10, 100_000]) {
        const socket = createConnection(Number(port), '127.0.0.1');
        const type = 'Content-Type: multipart/form-data; boundary=b\r\nContent-Length: 9000000';
        await new Promise((resolve) =>
          socket.write(`POST /upload HTTP/1.1\r\nHost: a\r\n${type}\r\n\r\n${form}${'x'.repeat(size)}`, resolve),
        );
        // As soon as it was received.
        await new Promise((resolve) => setTimeout(resolve, 20));
        socket.destroy();
      }
      await expect.poll(() => server.journal.entries({ command: 'upload' }).length).toBe(3);
      expect((await fetch(`${server.url}/__streamone/health`)).status).toBe(200);
    } finally {
      process.off('uncaughtException', note);
    }
    expect(thrown).toEqual([]);
  });
});

async function faulted(fault: FaultOptions) {
  const server = await startTestServer();
  onTestFinished(() => server.close());
  const { token } = await leave(server);
  server.faults.add({ ...fault, command: 'upload' });
  const started = performance.now();
  const answer = await post(fetch, `${server.url}/upload`, [['uploadtoken', token], ['returnurl', BACK], file(VIDEO)])
    .then(({ status, headers }) => `${status} ${headers.get('location')}`)
    .catch((failure: unknown) => (failure instanceof TypeError ? 'no answer' : 'another error'));
  const [entry] = server.journal.entries({ command: 'upload' });
  return { answer, ms: performance.now() - started, files: server.state.files.size, httpStatus: entry?.httpStatus };
}

describe('faults of an upload, whose answer has no body', () => {
  test('truncated: it is carried out, and the connection ends', async () => {
    expect(await faulted({ kind: 'truncated' })).toMatchObject({ answer: 'no answer', files: 1, httpStatus: 0 });
  });

  test('malformed: it is carried out, and the redirect leads nowhere', async () => {
    expect(await faulted({ kind: 'malformed' })).toMatchObject({ answer: '302 null', files: 1, httpStatus: 302 });
  });

  test('slow: it is carried out, and the answer is there after the time', async () => {
    const { ms, ...told } = await faulted({ kind: 'slow', ms: 150 });
    expect(told).toEqual({ answer: `302 ${BACK}`, files: 1, httpStatus: 302 });
    expect(ms).toBeGreaterThan(140);
  });
});

test('an upload at which the server itself fails is a 500 in the journal too', async () => {
  const server = createTestServer();
  const { token } = await leave(server);
  Object.defineProperty(server.state.uploadtokens, 'update', {
    value: () => {
      throw new Error(`of ${token}`);
    },
  });
  const send: Send = (url, init) => server.fetch(url, init);
  const response = await post(send, `${server.url}/upload`, [['uploadtoken', token], ['returnurl', BACK], file(VIDEO)]);
  expect([response.status, await response.text()]).toEqual([500, 'The test server itself failed: of [redacted]\n']);
  expect(server.journal.entries({ command: 'upload' })).toMatchObject([
    { httpStatus: 500, explanation: { summary: 'The test server itself failed: of [redacted]' } },
  ]);
});

test('fields are kept as they came, blanks and all', async () => {
  const server = createTestServer();
  const { token, itemid } = await leave(server);
  const told = { title: '  Storm ', author: ' ann', description: '\tlong ' };
  const send: Send = (url, init) => server.fetch(url, init);
  const response = await post(send, `${server.url}/upload`, [
    ['uploadtoken', token],
    ['returnurl', BACK],
    ...Object.entries(told),
    file(VIDEO),
  ]);
  expect(error(response)).toBeUndefined();
  expect(server.state.items.get(itemid)).toMatchObject(told);
});

test.each<[string, readonly Part[]]>([
  ['without a way back', [['uploadtoken', 'x']]],
  [
    'with a token that is none',
    [
      ['uploadtoken', 'x'],
      ['returnurl', BACK],
    ],
  ],
])('nothing stays of the file of an upload %s', async (_, fields) => {
  const server = await startTestServer({ uploads: { maxFileSize: 5_000_000, maxTotal: 6_000_000 } });
  onTestFinished(() => server.close());
  const bytes = new Uint8Array(4_000_000);
  for (let count = 0; count < 3; count++) await post(fetch, `${server.url}/upload`, [...fields, file(bytes)]);
  // There is room for one alone.
  const { token } = await leave(server);
  const taken = await post(fetch, `${server.url}/upload`, [['uploadtoken', token], ['returnurl', BACK], file(bytes)]);
  expect(error(taken)).toBeUndefined();
});

test('a boundary that is too long is no fault of the server', async () => {
  await using server = await startTestServer();
  const body = '--b--\r\n';
  const headers = { 'content-type': `multipart/form-data; boundary=${'b'.repeat(300)}` };
  const response = await fetch(`${server.url}/upload`, { method: 'POST', body, headers });
  expect([response.status, await response.text()]).toEqual([400, expect.stringContaining('6 INPUT_ERROR')]);
});

describe('pages of other origins', () => {
  const ask405 = {
    method: 'OPTIONS',
    headers: { origin: 'https://a.example', 'access-control-request-method': 'POST' },
  };

  test('are let in with cors', async () => {
    await using server = await startTestServer({ cors: true });
    for (const path of ['/api/item/view', '/upload']) {
      const asked = await fetch(server.url + path, ask405);
      expect([asked.status, asked.headers.get('access-control-allow-origin')]).toEqual([204, '*']);
      expect(asked.headers.get('access-control-allow-methods')).toBe('POST, OPTIONS');
    }
    const { token } = await leave(server);
    const response = await post(fetch, `${server.url}/upload`, [
      ['uploadtoken', token],
      ['returnurl', BACK],
      file('a'),
    ]);
    expect(error(response)).toBeUndefined();
    expect(response.headers.get('access-control-allow-origin')).toBe('*');
    const api = await fetch(`${server.url}/api/item/view`, { method: 'POST' });
    expect(api.headers.get('access-control-allow-origin')).toBe('*');
    const control = await fetch(`${server.url}/__streamone/health`);
    expect(control.headers.get('access-control-allow-origin')).toBeNull();
  });

  test('are not without it', async () => {
    await using server = await startTestServer();
    for (const path of ['/api/item/view', '/upload']) {
      const asked = await fetch(server.url + path, ask405);
      expect([asked.status, asked.headers.get('access-control-allow-origin')]).toEqual([405, null]);
    }
    expect((await ask(server, { account: server.credentials.account })).header.status).toBe(0);
  });
});
