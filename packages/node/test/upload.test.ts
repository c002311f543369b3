// oxlint-disable unicorn/consistent-function-scoping -- what only one test needs is read beside it
import { execFileSync } from 'node:child_process';
import { appendFileSync, createReadStream, mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import http from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pathToFileURL } from 'node:url';
import { setTimeout as sleep } from 'node:timers/promises';
import { inspect } from 'node:util';
import { type LogEvent, Status, type UploadProgress, createClient, memoryCache, user } from '@streamone/node';
import { type TestServer, startTestServer } from '@streamone/test-server';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { freePort } from '../../client/test/scripted-server.ts';
import { errorOf } from '../../client/test/test-client.ts';

const folder = mkdtempSync(join(tmpdir(), 'streamone-upload-'));
const path = join(folder, 'a "film" é.mp4');
const bytes = Buffer.from(Array.from({ length: 700_001 }, (_, at) => (at * 31) % 251));
writeFileSync(path, bytes);
let server: TestServer;

beforeAll(async () => {
  server = await startTestServer();
});
afterEach(() => server.faults.clear());
afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true });
});

const clientOf = (more: object = {}) =>
  createClient({ url: server.url, auth: user(server.credentials.user), account: server.credentials.account, ...more });

/** The bytes that the server has of an item. */
async function kept(itemId: string): Promise<Buffer> {
  const { account } = server.credentials;
  const answer = await fetch(`${server.url}/progressive/account=${account}/item=${itemId}/film.mp4`);
  expect(answer.status).toBe(200);
  return Buffer.from(await answer.arrayBuffer());
}

/** A platform that gives leave, and a server of uploads that does as told. */
async function uploadsTo(
  onRequest: (request: http.IncomingMessage, response: http.ServerResponse) => void,
  leave: object = {},
): Promise<{ client: ReturnType<typeof clientOf>; requests: () => number; close: () => Promise<void> }> {
  let requests = 0;
  const sockets = new Set<Socket>();
  const uploads = http.createServer((request, response) => {
    requests += 1;
    onRequest(request, response);
  });
  uploads.on('connection', (socket) => sockets.add(socket));
  await new Promise<void>((resolve) => uploads.listen(0, '127.0.0.1', resolve));
  const client = clientTo(`http://127.0.0.1:${(uploads.address() as AddressInfo).port}/upload`, {}, leave);
  const close = (): Promise<void> =>
    new Promise((resolve) => {
      for (const socket of sockets) socket.destroy();
      uploads.close(() => resolve());
    });
  return { client, requests: () => requests, close };
}

/** A client of a platform that sends uploads to an address. */
function clientTo(uploadurl: string, more: object = {}, leave: object = {}): ReturnType<typeof clientOf> {
  const body = { token: 'canary-upload-token', uploadurl, itemid: 'item00000001', fileid: 'file00000001', ...leave };
  const header = { status: 0, statusmessage: 'OK' };
  return createClient({
    url: 'https://platform.test',
    auth: user({ id: 'u', psk: 'k' }),
    account: 'a',
    fetch: async () => Response.json({ header, body }),
    ...more,
  });
}

describe('what is uploaded', () => {
  test.each<[string, () => Parameters<ReturnType<typeof clientOf>['upload']>[0], object]>([
    ['a path', () => path, {}],
    ['a file: URL', () => pathToFileURL(path), {}],
    ['a Blob', () => new Blob([bytes]), { name: 'film.mp4' }],
    ['a File', () => new File([bytes], 'film.mp4', { type: 'video/mp4' }), {}],
    ['a stream of Node', () => createReadStream(path), { size: bytes.length }],
    ['a web stream', () => new Blob([bytes]).stream(), { size: bytes.length }],
    ['a generator', () => Readable.from([bytes.subarray(0, 5), bytes.subarray(5)]), { size: bytes.length }],
  ])('%s arrives as it is', async (_, source, options) => {
    const { itemId, fileId } = await clientOf().upload(source(), { title: 'A film', archived: false }, options);
    expect(fileId).toMatch(/^[\w-]{12}$/);
    const item = server.state.items.get(itemId);
    expect(item).toMatchObject({ title: 'A film', archived: false });
    expect((await kept(itemId)).equals(bytes)).toBe(true);
  });

  test('its title, author and description arrive, whatever is in them', async () => {
    const odd = { title: 'Überraschung "quoted" \r\n--x--', author: '日本語', description: 'a\nb' };
    const { itemId } = await clientOf().upload(path, odd);
    expect(server.state.items.get(itemId)).toMatchObject({ ...odd, archived: true });
  });

  test('into an item that is there, or in the place of its files', async () => {
    const s1 = clientOf();
    const { id } = await s1.item.create({ title: 'There already' });
    expect((await s1.upload(path, { item: id })).itemId).toBe(id);
    const before = server.state.items.size;
    expect((await s1.upload(path, { replaceitem: id })).itemId).toBe(id);
    expect(server.state.items.size).toBe(before);
  });

  test('into another account than the client works in', async () => {
    const [, academy] = server.state.accounts;
    if (academy === undefined) throw new Error('the studio has two accounts');
    const { itemId } = await clientOf().upload(path, { title: 'x' }, { account: academy.id });
    expect(server.state.items.get(itemId)?.account).toBe(academy.id);
  });

  test.each<[string, unknown, object, RegExp]>([
    ['a path of nothing', join(folder, 'nothing'), {}, /^source: expected a file that can be read.*There is none/],
    ['a folder', folder, {}, /^source: expected a file, given/],
    ['an address', new URL('https://a.test/x'), {}, /^source: expected a file: URL/],
    ['an empty Blob', new Blob([]), {}, /^source: expected a Blob that is not empty/],
    ['a stream of unknown size', Readable.from([bytes]), {}, /^size: expected how many bytes/],
    ['a number', 5, {}, /^source: expected a path, a Blob or a stream/],
  ])('%s is refused before anything is sent', async (_, source, options, message) => {
    const before = server.journal.entries().length;
    const error = await errorOf(clientOf().upload(source as string, {}, options));
    expect(error.name).toBe('InvalidArgumentError');
    expect(error.message).toMatch(message);
    expect(server.journal.entries()).toHaveLength(before);
  });

  test.each([
    [{ titel: 'x' }, /^fields: expected fields named title/],
    [{ title: 5 }, /^fields\.title: expected a text/],
    [{ archived: 'yes' }, /^fields\.archived: /],
    [{ thumbnail: 3 }, /^fields\.thumbnail: /],
  ])('the fields %j are refused', async (fields, message) => {
    expect((await errorOf(clientOf().upload(path, fields as never))).message).toMatch(message);
  });

  test.each([
    ['shorter', bytes.length + 1],
    ['longer', bytes.length - 1],
  ])('a stream that is %s than was told is given up, and says so', async (_, size) => {
    const error = await errorOf(clientOf().upload(Readable.from([bytes]), {}, { size }));
    expect(error.message).toMatch(/^upload\/file: source: expected as many bytes as were told/);
  });

  test('a file that grows while it is sent is given up: it would arrive cut off', async () => {
    const growing = join(folder, 'growing');
    writeFileSync(growing, Buffer.alloc(3_000_000));
    const onProgress = (): void => appendFileSync(growing, 'more');
    expect((await errorOf(clientOf().upload(growing, {}, { onProgress }))).message).toContain(
      'was changed while it was sent',
    );
  });

  test('a named pipe is refused at once: nobody may ever write to it', async () => {
    const pipe = join(folder, 'pipe');
    execFileSync('mkfifo', [pipe]);
    expect((await errorOf(clientOf().upload(pipe))).message).toMatch(/^source: expected a file, given/);
  });

  test.each([-1, 0, Number.NaN, 3e9, '60'])('a stallTimeout of %j is refused, and ends no program', async (given) => {
    const error = await errorOf(clientTo('http://127.0.0.1:1/').upload(path, {}, { stallTimeout: given as number }));
    expect(error).toMatchObject({ name: 'InvalidArgumentError', argument: 'stallTimeout' });
  });

  test('a file that shrinks while it is sent is given up', async () => {
    const shrinking = join(folder, 'shrinking');
    writeFileSync(shrinking, Buffer.alloc(5_000_000));
    let shrunk = false;
    const onProgress = (): void => {
      if (!shrunk) truncateSync(shrinking, 10);
      shrunk = true;
    };
    expect((await errorOf(clientOf().upload(shrinking, {}, { onProgress }))).message).toContain(
      'was changed while it was sent',
    );
  });
});

describe('progress', () => {
  test('rises to the whole, which is told once', async () => {
    const seen: UploadProgress[] = [];
    await clientOf().upload(path, {}, { onProgress: (progress) => seen.push(progress) });
    const sent = seen.map((each) => each.sent);
    expect(sent).toEqual(sent.toSorted((a, b) => a - b));
    expect(seen.filter((each) => each.sent === bytes.length)).toEqual([{ sent: bytes.length, total: bytes.length }]);
  });

  test('a listener that throws breaks nothing', async () => {
    const onProgress = (): never => {
      throw new Error('broken');
    };
    expect(await clientOf().upload(path, {}, { onProgress })).toMatchObject({ itemId: expect.any(String) });
  });
});

describe('what the platform says', () => {
  test.each([
    ['UPLOAD_TOKEN_NOT_FOUND', 'NotFoundError'],
    ['API_IN_READONLY_MODE', 'ReadOnlyError'],
    ['INTERNAL_ERROR', 'InternalError'],
  ] as const)('%s is a %s', async (statusName, name) => {
    server.faults.add({ status: Status[statusName], command: 'upload' });
    const error = await errorOf(clientOf().upload(path));
    expect(error).toMatchObject({ name, statusName, command: 'upload', attempts: 1, requestId: expect.any(String) });
  });

  test('no token, no upload: the refusal of uploadtoken/create is the error', async () => {
    const error = await errorOf(clientOf().upload(path, { item: 'nosuchitem00' }));
    expect(error).toMatchObject({ name: 'NotFoundError', command: 'uploadtoken' });
  });

  test.each<[string, number, string | undefined, object]>([
    ['an error page', 502, undefined, { name: 'HttpError', httpStatus: 502 }],
    ['a plain 200', 200, undefined, { name: 'HttpError', httpStatus: 200 }],
    ['a redirect elsewhere', 302, 'https://elsewhere.test/?secret=canary', { name: 'MalformedResponseError' }],
    ['an error that is no code', 302, 'https://upload.invalid/done?error=oops', { name: 'MalformedResponseError' }],
    ['zero, which is no error', 302, 'https://upload.invalid/done?error=0', { name: 'MalformedResponseError' }],
    ['an unknown code', 303, 'https://upload.invalid/done?error=99999', { name: 'UnknownStatusError', status: 99_999 }],
  ])('%s is told as what it is, and the address is fetched by nobody', async (_, status, location, facts) => {
    const { client, requests, close } = await uploadsTo((request, response) => {
      request.resume().on('end', () => response.writeHead(status, { ...(location && { location }) }).end('page'));
    });
    const error = await errorOf(client.upload(path));
    expect(error).toMatchObject(facts);
    expect(JSON.stringify(error) + String(error.stack)).not.toContain('canary');
    expect(requests()).toBe(1);
    await close();
  });

  test('an answer whose body has no end: the connection is ended all the same', async () => {
    let closed = false;
    const { client, close } = await uploadsTo((request, response) => {
      request.resume().on('end', () => response.writeHead(302, { location: 'https://upload.invalid/done' }).write('x'));
      response.on('close', () => (closed = true));
    });
    await client.upload(path);
    await expect.poll(() => closed).toBe(true);
    await close();
  });

  test('a change of protocol is an error, not a wait without end', async () => {
    const { client, close } = await uploadsTo((request) => {
      request.socket.on('error', () => undefined);
      request.socket.write('HTTP/1.1 101 Switching Protocols\r\nConnection: upgrade\r\nUpgrade: x\r\n\r\n');
    });
    expect(await errorOf(client.upload(path))).toMatchObject({ name: 'HttpError', httpStatus: 101 });
    await close();
  });

  test.each(['', 'nowhere', 'ftp://127.0.0.1/', 'https://uploads.test:99999/?uploadtoken=canary'])(
    'the address %j for the file is an error that does not show it',
    async (address) => {
      const error = await errorOf(clientTo(address).upload(path));
      expect(error).toMatchObject({ name: 'MalformedResponseError', requestId: expect.any(String) });
      expect(inspect(error)).not.toContain('canary');
    },
  );

  test('the file goes by https where the platform offers it', async () => {
    const { client, requests, close } = await uploadsTo((_, response) => response.writeHead(500).end(), {
      uploadurlhttps: `https://127.0.0.1:${await freePort()}/`,
    });
    expect(await errorOf(client.upload(path))).toMatchObject({ name: 'NetworkError', sent: 'no' });
    expect(requests()).toBe(0);
    await close();
  });

  test('neither name nor type of a file can end a header of the form', async () => {
    let form = '';
    const { client, close } = await uploadsTo((request, response) => {
      request.on('data', (chunk: Buffer) => (form += chunk.toString('latin1')));
      request.on('end', () => response.writeHead(302, { location: 'https://upload.invalid/done' }).end());
    });
    await client.upload(new Blob(['x']), {}, { name: 'a"; b="\r\nX-Made: up', type: 'video/mp4\r\nX-Made: up' });
    expect(form).toContain('filename="a%22; b=%22%0D%0AX-Made: up"\r\nContent-Type: application/octet-stream\r\n\r\nx');
    await close();
  });

  test('an answer before the end ends it: the rest is not sent', async () => {
    const { client, close } = await uploadsTo((_, response) => {
      response.writeHead(302, { location: 'https://upload.invalid/done?error=400' }).end();
    });
    const large = join(folder, 'large');
    writeFileSync(large, '');
    truncateSync(large, 200_000_000);
    let sent = 0;
    const error = await errorOf(client.upload(large, {}, { onProgress: (progress) => (sent = progress.sent) }));
    expect(error).toMatchObject({ command: 'upload', status: 400 });
    expect(sent).toBeLessThan(200_000_000);
    await close();
  });
});

describe('what goes wrong on the way', () => {
  // As a stream that comes from another host does.
  async function* failing(): AsyncGenerator<Uint8Array, void, undefined> {
    yield bytes.subarray(0, 10);
    await sleep(30);
    throw Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED', syscall: 'connect' });
  }

  test('nobody listens: tried again, nothing was sent', async () => {
    const client = clientTo(`http://127.0.0.1:${await freePort()}/upload`, { retry: 1 });
    const error = await errorOf(client.upload(path));
    expect(error).toMatchObject({ name: 'NetworkError', sent: 'no', attempts: 2, code: 'ECONNREFUSED' });
  });

  test('a stream is whole for another try, since nothing of it was read', async () => {
    const port = await freePort();
    const client = clientTo(`http://127.0.0.1:${port}/upload`, { retry: 3 });
    const received: Buffer[] = [];
    const late = http.createServer((request, response) => {
      request.on('data', (chunk: Buffer) => received.push(chunk));
      request.on('end', () => response.writeHead(302, { location: 'https://upload.invalid/done' }).end());
    });
    const uploading = client.upload(Readable.from([bytes]), {}, { size: bytes.length });
    setTimeout(() => late.listen(port, '127.0.0.1'), 150);
    await uploading;
    expect(Buffer.concat(received).includes(bytes)).toBe(true);
    await new Promise<void>((resolve) => late.close(() => resolve()));
  });

  test.each([
    ['before it is read', () => createReadStream(join(folder, 'nothing'))],
    ['while it is read', () => ({ [Symbol.asyncIterator]: failing })],
  ])('a source that fails %s: told as its own fault, and not tried again', async (_, source) => {
    const { client, requests, close } = await uploadsTo((request) => void request.resume());
    const error = await errorOf(client.upload(source(), {}, { size: 5000 }));
    expect(error).toMatchObject({ name: 'InvalidArgumentError', argument: 'source', requestId: expect.any(String) });
    expect(error.message).toMatch(/It failed: (ENOENT|connect ECONNREFUSED)/);
    expect(requests()).toBeLessThan(2);
    await close();
  });

  test('a web stream that has nothing to give is told that nobody reads it any more', async () => {
    const { client, close } = await uploadsTo((request) => void request.resume());
    let cancelled = false;
    const stream = new ReadableStream<Uint8Array>({ cancel: () => void (cancelled = true) });
    const error = await errorOf(client.upload(stream, {}, { size: 5, signal: AbortSignal.timeout(100) }));
    expect(error.name).toBe('AbortedError');
    expect(cancelled).toBe(true);
    await close();
  });

  test('ended while it connects: nothing was sent', async () => {
    const client = clientTo('http://127.0.0.1:1/upload', { retry: 5 });
    const error = await errorOf(client.upload(path, {}, { signal: AbortSignal.timeout(100) }));
    expect(error).toMatchObject({
      name: 'AbortedError',
      sent: 'no',
      message: expect.not.stringContaining('not known'),
    });
  });

  test('the log is told of its begin and its end, with bytes and without an address', async () => {
    const events: LogEvent[] = [];
    const log = (event: LogEvent): void => void (event.command === 'upload' && events.push(event));
    await clientOf({ log }).upload(path, { title: 'canary-title' });
    const requestId = events[0]?.requestId;
    const about = { command: 'upload', action: 'file', requestId };
    expect(events).toEqual([
      { type: 'start', ...about, attempt: 0, bytes: bytes.length },
      { type: 'end', ...about, attempt: 1, cached: false, bytes: bytes.length, duration: expect.any(Number) },
    ]);
    events.length = 0;
    const nobody = clientTo(`http://127.0.0.1:${await freePort()}/upload`, { retry: 1, log });
    const error = await errorOf(nobody.upload(path));
    expect(events).toMatchObject([
      { type: 'start', attempt: 0 },
      { type: 'retry', attempt: 1, delay: 300, reason: 'no answer: ECONNREFUSED' },
      { type: 'end', attempt: 2, bytes: 0, error: { name: 'NetworkError', code: 'ECONNREFUSED', sent: 'no' } },
    ]);
    expect(events[0]?.requestId).toBe(error['requestId']);
    expect(JSON.stringify(events)).not.toMatch(/canary|127\.0|:\/\//);
  });

  test('a connection that breaks: told with doubt, not tried again', async () => {
    const { client, requests, close } = await uploadsTo((request) => {
      request.once('data', () => request.socket.resetAndDestroy());
    });
    const error = await errorOf(client.upload(path));
    expect(error).toMatchObject({ name: 'NetworkError', sent: 'unknown', attempts: 1 });
    expect(error.message).toContain('whether the file arrived is not known');
    expect(JSON.stringify(error) + String(error.stack)).not.toContain('canary');
    expect(requests()).toBe(1);
    await close();
  });

  test('a server that stops reading is given up after a while', async () => {
    const { client, close } = await uploadsTo((request) => void request.pause());
    const large = join(folder, 'stalled');
    writeFileSync(large, '');
    truncateSync(large, 50_000_000);
    const error = await errorOf(client.upload(large, {}, { stallTimeout: 200 }));
    expect(error).toMatchObject({ name: 'TimeoutError', timeout: 200, sent: 'unknown' });
    await close();
  });

  test.each([
    ['before', true],
    ['in the middle', false],
  ])('ended by its signal %s, with the connection', async (_, before) => {
    let closed = false;
    const { client, requests, close } = await uploadsTo((request) => {
      request.on('close', () => (closed = true));
      request.once('data', () => controller.abort(reason));
      request.resume();
    });
    const controller = new AbortController();
    const reason = new Error('enough');
    if (before) controller.abort(reason);
    const large = join(folder, 'ended');
    writeFileSync(large, '');
    truncateSync(large, 300_000_000);
    const error = await errorOf(client.upload(large, {}, { signal: controller.signal }));
    expect(error).toMatchObject({ name: 'AbortedError', cause: reason });
    if (before) expect(requests()).toBe(0);
    else await expect.poll(() => closed).toBe(true);
    await close();
  });

  test('plain HTTP to another machine is refused, unless it is allowed', async () => {
    const client = clientTo('http://uploads.test/upload', { retry: 0 });
    const error = await errorOf(client.upload(path));
    expect(error).toMatchObject({ name: 'InvalidArgumentError', argument: 'uploadurl' });
    expect(await errorOf(client.upload(path, {}, { allowInsecure: true }))).toMatchObject({ name: 'NetworkError' });
  });
});

describe('waitForItem', () => {
  test('asks the platform each time, whatever is kept', async () => {
    let asked = 0;
    const s1 = createClient({
      url: 'https://platform.test',
      auth: user({ id: 'u', psk: 'k' }),
      account: 'a',
      cache: memoryCache(),
      fetch: async () => {
        const body = [{ id: 'i', title: String((asked += 1)) }];
        return Response.json({ header: { status: 0, statusmessage: 'OK', cacheable: true }, body });
      },
    });
    const item = await s1.waitForItem('i', { interval: 1, until: ({ title }) => title === '2', timeout: 2000 });
    expect(item.title).toBe('2');
  });

  test('comes back when the item can be played', async () => {
    const s1 = clientOf();
    const { id } = await s1.item.create({ title: 'Soon' });
    const waiting = s1.waitForItem(id, { interval: 20 });
    await s1.upload(path, { item: id });
    expect(await waiting).toMatchObject({ id, medialink: { progressive: expect.stringContaining(id) } });
  });

  test('or as one wants it, archived or not, dates read', async () => {
    const s1 = clientOf({ commands: [] });
    const { itemId } = await s1.upload(path, { title: 'Wanted' });
    const item = await s1.waitForItem(itemId, { until: ({ title }) => title === 'Wanted' });
    expect(item.datecreated).toBeInstanceOf(Date);
  });

  test('a function that asks somewhere else first is waited for', async () => {
    const s1 = clientOf();
    const { id } = await s1.item.create({ title: 'Asked' });
    const answers = [false, true];
    await s1.waitForItem(id, { interval: 5, until: async () => answers.shift() === true });
    expect(answers).toEqual([]);
  });

  test('the whole time is waited, with a last look at its end', async () => {
    const s1 = clientOf();
    const { id } = await s1.item.create({ title: 'Never' });
    const started = performance.now();
    await errorOf(s1.waitForItem(id, { interval: 1000, timeout: 100 }));
    expect(performance.now() - started).toBeGreaterThan(99);
  });

  test('is told when there is no such item, when it takes too long, and when nobody waits any more', async () => {
    const s1 = clientOf();
    const { id } = await s1.item.create({ title: 'Never' });
    expect(await errorOf(s1.waitForItem('nosuchitem00'))).toMatchObject({
      name: 'NotFoundError',
      status: 120,
      requestId: expect.any(String),
    });
    expect(await errorOf(s1.waitForItem(id, { interval: 10, timeout: 50 }))).toMatchObject({ name: 'TimeoutError' });
    const signal = AbortSignal.timeout(30);
    expect(await errorOf(s1.waitForItem(id, { interval: 10_000, signal }))).toMatchObject({ name: 'AbortedError' });
  });
});
