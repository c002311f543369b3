// oxlint-disable unicorn/consistent-function-scoping -- what only one test needs is read beside it
import { createHash, randomBytes } from 'node:crypto';
import { type IncomingMessage, type ServerResponse } from 'node:http';
import { Status, application, createClient, createGateway } from '@streamone/node';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ByteSource } from '../src/gateway/uploads/byte-source.ts';
import { readUploadHead } from '../src/gateway/uploads/read-upload-form.ts';
import { type Browser, type Answer, serve, startSite } from './gateway-site.ts';

const uploadSite = (more: object = {}) => startSite({ uploads: true, ...more });

/** What a page would send: fields first, the file last. */
function formOf(file: Uint8Array, fields: Readonly<Record<string, string>> = {}, name = 'film.mp4'): FormData {
  const form = new FormData();
  for (const [field, value] of Object.entries({ size: String(file.length), ...fields })) form.append(field, value);
  form.append('uploadfile', new Blob([file], { type: 'video/mp4' }), name);
  return form;
}

function upload(browser: Browser, form: FormData, headers: Readonly<Record<string, string>> = {}): Promise<Answer> {
  // The content type, boundary and all, is the runtime's own to write.
  const request = new Request('http://unused.test', { method: 'POST', body: form });
  const type = request.headers.get('content-type') ?? '';
  return request
    .arrayBuffer()
    .then((body) => browser.post('upload', {}, { headers: { 'content-type': type, ...headers }, body }));
}

describe('an upload', () => {
  test('becomes a file of a new item, in the name of who is logged in', async () => {
    await using site = await uploadSite();
    const browser = site.browser();
    await browser.login();
    const { status, json } = await upload(
      browser,
      formOf(randomBytes(300_000), { title: 'A "film"\r\nX: y', archived: '0' }),
    );
    expect(status).toBe(200);
    expect(json.upload).toEqual({ itemid: expect.any(String), fileid: expect.any(String) });
    const { state, journal } = site.platform;
    expect(state.items.get(String(json.upload?.['itemid']))?.title).toBe('A "film"\r\nX: y');
    expect([...state.files].find(({ id }) => id === json.upload?.['fileid'])).toMatchObject({
      size: 300_000,
      name: 'film.mp4',
    });
    expect(journal.entries({ command: 'uploadtoken' })[0]?.parameters).toHaveProperty('session');
    for (const secret of site.secrets()) expect(browser.seen).not.toContain(secret);
  });

  test('a name that would break the form stays a name', async () => {
    await using site = await uploadSite({ anonymous: true });
    const name = 'a"; filename="b\r\nX-Evil: 1\r\n\r\n.mp4';
    const { json } = await upload(site.browser(), formOf(randomBytes(10), {}, name));
    expect(json.upload).toBeDefined();
    const file = [...site.platform.state.files].find(({ id }) => id === json.upload?.['fileid']);
    expect(file?.name).toContain('%22');
    expect(file?.size).toBe(10);
    expect(file?.type).toBe('application/octet-stream');
  });

  test('that the platform refuses tells its code', async () => {
    await using site = await uploadSite({ anonymous: true });
    const { status, json } = await upload(site.browser(), formOf(randomBytes(10), { thumbnail: '1' }));
    expect([status, json.header?.['status'], json.body]).toEqual([200, Status.FILE_WRONG_EXTENSION, null]);
  });

  test('whose token is refused has the answer of the platform', async () => {
    await using site = await uploadSite({ anonymous: true });
    const { status, json } = await upload(site.browser(), formOf(randomBytes(10), { item: 'nosuchitem12' }));
    expect([status, json.header?.['status'], json.body]).toEqual([200, 120, null]);
  });

  const wrong: [name: string, code: string, form: () => FormData][] = [
    ['no size', 'bad-request', () => ((f) => (f.delete('size'), f))(formOf(randomBytes(10)))],
    ['fewer bytes than it says', 'bad-request', () => formOf(randomBytes(10), { size: '11' })],
    ['more bytes than it says', 'bad-request', () => formOf(randomBytes(10), { size: '9' })],
    ['a size that is too large', 'too-large', () => formOf(randomBytes(10), { size: '1000001' })],
    ['nothing in it', 'bad-request', () => formOf(new Uint8Array())],
    ['another field', 'bad-request', () => formOf(randomBytes(10), { uploadtoken: 'mine' })],
    ['a way back of its own', 'bad-request', () => formOf(randomBytes(10), { returnurl: 'https://evil.example' })],
    ['an account outside of the scope', 'out-of-scope', () => formOf(randomBytes(10), { account: 'other' })],
    ['no file', 'bad-request', () => ((f) => (f.delete('uploadfile'), f))(formOf(randomBytes(10)))],
    [
      'a field twice',
      'bad-request',
      () =>
        ((f) => (f.set('title', 'a'), f.append('title', 'b'), f.append('uploadfile', f.get('uploadfile') ?? ''), f))(
          formOf(randomBytes(10)),
        ),
    ],
    ['a field that is too long', 'bad-request', () => formOf(randomBytes(10), { title: 'x'.repeat(70_000) })],
  ];
  test.for(wrong)('with %s: %s, and no file is made', async ([, code, form]) => {
    await using site = await uploadSite({ anonymous: true, limits: { upload: 1_000_000 } });
    const files = [...site.platform.state.files].length;
    const given = form();
    const ordered = new FormData();
    // The file comes last, but for where there is none.
    for (const [field, value] of given) if (field !== 'uploadfile') ordered.append(field, value);
    for (const value of given.getAll('uploadfile').slice(0, 1)) ordered.append('uploadfile', value);
    const { json } = await upload(site.browser(), ordered);
    expect(json.error).toMatchObject({ code });
    expect([...site.platform.state.files]).toHaveLength(files);
  });

  test.for<[string, object, object]>([
    ['whose client is a user: anybody, as they may call', { as: 'user' }, { upload: {} }],
    ['that lists who may', { as: 'user', anonymous: ['item/view'] }, { error: { code: 'no-session' } }],
    ['whose client is an application: who is logged in', {}, { error: { code: 'no-session' } }],
    ['that lists uploads', { anonymous: ['upload'] }, { upload: {} }],
    ['that takes none', { as: 'user', uploads: false }, { error: { code: 'not-allowed' } }],
  ])('without a login, at a gateway %s', async ([, options, told]) => {
    await using site = await uploadSite(options);
    expect((await upload(site.browser(), formOf(randomBytes(10)))).json).toMatchObject(told);
  });

  test('needs somebody to be logged in, and the header and origin of every request', async () => {
    await using site = await uploadSite({ anonymous: ['item/view'] });
    const form = formOf(randomBytes(10));
    expect((await upload(site.browser(), form)).json.error).toMatchObject({ code: 'no-session' });
    expect((await upload(site.browser(), form, { origin: 'https://evil.example' })).json.error).toMatchObject({
      code: 'bad-origin',
    });
    expect(site.asked()).toEqual([]);
  });
});

/** A platform whose uploads are under the test's thumb. */
async function uploadPlatform(take: (incoming: IncomingMessage, outgoing: ServerResponse) => void, more: object = {}) {
  const server = await serve((incoming, outgoing) => {
    if (incoming.url === '/upload') return take(incoming, outgoing);
    const body = { token: 'canary-token', uploadurl: `${server.url}/upload`, itemid: 'It1', fileid: 'Fi1', ...more };
    incoming.resume();
    outgoing.end(JSON.stringify({ header: { status: 0, statusmessage: 'OK' }, body }));
  });
  const client = createClient({ url: server.url, auth: application({ id: 'a', psk: 'k' }), account: 'Ac1' });
  const options = { client, allow: [], anonymous: true, uploads: true, origins: ['https://site.example'] } as const;
  return {
    server,
    gateway: createGateway({ ...options, limits: { uploadIdle: 300 } }),
    close: () => server.close().then(() => client.close()),
  };
}

const boundary = 'b';
const FORM = 'multipart/form-data; boundary=';
const before = (size: number): string =>
  `--b\r\nContent-Disposition: form-data; name="size"\r\n\r\n${size}\r\n--b\r\nContent-Disposition: form-data; name="uploadfile"; filename="f"\r\n\r\n`;

/** An upload whose body is made as it is asked for. */
function streamed(size: number, piece: Buffer, told: { pulled: number }, signal?: AbortSignal): Request {
  const stages = [Buffer.from(before(size))];
  const body = new ReadableStream<Uint8Array>(
    {
      pull(controller) {
        const first = stages.shift();
        if (first !== undefined) controller.enqueue(first);
        else if (told.pulled < size) {
          told.pulled += piece.length;
          controller.enqueue(piece);
        } else {
          controller.enqueue(Buffer.from(`\r\n--${boundary}--\r\n`));
          controller.close();
        }
      },
    },
    { highWaterMark: 0 },
  );
  const headers = {
    'x-streamone-gateway': '1',
    origin: 'https://site.example',
    'content-type': `multipart/form-data; boundary=${boundary}`,
  };
  const init = { method: 'POST', headers, body, duplex: 'half', ...(signal && { signal }) };
  return new Request('https://site.example/streamone/upload', init as RequestInit);
}

describe('on the way', () => {
  test('it goes at the pace of the platform, and holds little of it', async () => {
    const size = 64 * 1024 * 1024;
    const piece = randomBytes(64 * 1024);
    const told = { pulled: 0 };
    let go: () => void = () => undefined;
    const hash = createHash('sha256');
    let length = 0;
    const platform = await uploadPlatform((incoming, outgoing) => {
      go = () => {
        incoming.on('data', (chunk: Buffer) => {
          length += chunk.length;
          hash.update(chunk);
        });
        incoming.on('end', () => outgoing.writeHead(302, { location: 'https://upload.invalid/done' }).end());
      };
    });
    const answer = platform.gateway(streamed(size, piece, told));
    // Until the sockets are full and nothing moves any more.
    let last = -1;
    await expect
      .poll(() => {
        const still = told.pulled > 0 && told.pulled === last;
        last = told.pulled;
        return still;
      })
      .toBe(true);
    expect(told.pulled).toBeLessThan(16 * 1024 * 1024);
    go();
    expect(await (await answer).json()).toEqual({ upload: { itemid: 'It1', fileid: 'Fi1' } });
    expect(length).toBeGreaterThan(size);
    await platform.close();
  });

  test('a platform that stops reading ends it', async () => {
    const told = { pulled: 0 };
    const platform = await uploadPlatform(() => undefined);
    const response = await platform.gateway(streamed(1024 ** 3, randomBytes(64 * 1024), told));
    expect(await response.json()).toMatchObject({
      error: { code: 'upstream-failed', reason: 'timeout', sent: 'unknown' },
    });
    await platform.close();
  });

  test('a page that stops sending ends it', async () => {
    const platform = await uploadPlatform((incoming) => void incoming.resume());
    const headers = {
      'x-streamone-gateway': '1',
      origin: 'https://site.example',
      'content-type': 'multipart/form-data; boundary=b',
    };
    let put: ReadableStreamDefaultController<Uint8Array> | undefined;
    const body = new ReadableStream<Uint8Array>({ start: (controller) => void (put = controller) });
    put?.enqueue(Buffer.from(`${before(100)}abc`));
    const init = { method: 'POST', headers, body, duplex: 'half' };
    const response = await platform.gateway(new Request('https://site.example/streamone/upload', init as RequestInit));
    expect([response.status, await response.json()]).toMatchObject([408, { error: { code: 'too-slow', sent: 'no' } }]);
    await platform.close();
  });

  test.for<[string, number, string]>([
    ['sends a byte now and then', 100, 'a'],
    ['never ends the form', 1, ''],
  ])('a page that %s ends it', async ([, size, drop]) => {
    const platform = await uploadPlatform((incoming) => void incoming.resume());
    let dropping: NodeJS.Timeout | undefined;
    const body = new ReadableStream<Uint8Array>({
      start(controller) {
        controller.enqueue(Buffer.from(`${before(size)}a`));
        // In time for every wait by itself: all of it would take two seconds.
        if (drop !== '') dropping = setInterval(() => controller.enqueue(Buffer.from(drop)), 20);
      },
      cancel: () => clearInterval(dropping),
    });
    const headers = { 'x-streamone-gateway': '1', origin: 'https://site.example', 'content-type': `${FORM}b` };
    const init = { method: 'POST', headers, body, duplex: 'half' };
    const response = await platform.gateway(new Request('https://site.example/streamone/upload', init as RequestInit));
    expect([response.status, await response.json()]).toMatchObject([408, { error: { code: 'too-slow', sent: 'no' } }]);
    await platform.close();
  });

  test('a page that goes away ends it at the platform too', async () => {
    let ended = false;
    const told = { pulled: 0 };
    const platform = await uploadPlatform((incoming) => {
      incoming
        .resume()
        .on('error', () => undefined)
        .on('close', () => (ended = true));
      controller.abort();
    });
    const controller = new AbortController();
    const response = await platform.gateway(streamed(1024 ** 3, randomBytes(64 * 1024), told, controller.signal));
    expect(await response.json()).toMatchObject({ error: { code: 'aborted' } });
    await expect.poll(() => ended).toBe(true);
    await platform.close();
  });

  test('an answer that comes early is the answer', async () => {
    const told = { pulled: 0 };
    const location = 'https://upload.invalid/done?error=113';
    const platform = await uploadPlatform((_incoming, outgoing) => void outgoing.writeHead(302, { location }).end());
    const response = await platform.gateway(streamed(1024 ** 3, randomBytes(64 * 1024), told));
    expect(await response.json()).toEqual({ header: { status: 113, statusmessage: '' }, body: null });
    expect(told.pulled).toBeLessThan(1024 ** 3);
    await platform.close();
  });

  test.for<[string, number, Record<string, string>, string]>([
    ['no redirect', 200, {}, 'http'],
    ['an error of HTTP', 500, {}, 'http'],
    ['a redirect to elsewhere', 302, { location: 'https://evil.example/done' }, 'malformed'],
  ])('%s is no success', async ([, status, headers, reason]) => {
    const platform = await uploadPlatform((incoming, outgoing) => {
      incoming.resume().on('end', () => outgoing.writeHead(status, headers).end('canary-token'));
    });
    const response = await platform.gateway(streamed(65_536, randomBytes(65_536), { pulled: 0 }));
    const text = await response.text();
    expect(JSON.parse(text)).toMatchObject({ error: { code: 'upstream-failed', reason } });
    expect(text).not.toContain('canary');
    await platform.close();
  });

  test('nothing goes over plain http to another machine', async () => {
    const platform = await uploadPlatform(() => undefined, { uploadurl: 'http://upload.example/upload' });
    const response = await platform.gateway(streamed(65_536, randomBytes(65_536), { pulled: 0 }));
    expect(await response.json()).toMatchObject({
      error: { code: 'internal', sent: 'no' },
    });
    await platform.close();
  });
});

test('a form is read the same however it is cut', async () => {
  const known = new Set(['size', 'title']);
  await fc.assert(
    fc.asyncProperty(
      fc.string({ unit: fc.constantFrom('a', 'é', '🎬', '\r', '\n', '-', 'b', '1', '"', '\0'), maxLength: 60 }),
      fc.uint8Array({ maxLength: 200 }),
      fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 20 }),
      async (title, file, cuts) => {
        const head = `--b1\r\nContent-Disposition: form-data; name="title"\r\n\r\n${title}\r\n--b1\r\ncontent-disposition: form-data; name="uploadfile"; filename="f"\r\nContent-Type: video/mp4\r\n\r\n`;
        fc.pre(!title.includes('\r\n--b1\r\n'));
        const all = Buffer.concat([Buffer.from(head), file, Buffer.from('\r\n--b1--\r\n')]);
        let at = 0;
        let turn = 0;
        const body = new ReadableStream<Uint8Array>({
          pull(controller) {
            if (at >= all.length) return controller.close();
            const length = cuts[turn++ % cuts.length] ?? 1;
            controller.enqueue(all.subarray(at, at + length));
            at += length;
          },
        });
        const source = new ByteSource(body);
        const read = await readUploadHead(source, 'b1', known);
        expect(read.file).toEqual({ name: 'f', type: 'video/mp4' });
        expect(read.fields.get('title')).toBe(title);
        const rest = [];
        for (let piece = await source.next(); piece !== undefined; piece = await source.next()) rest.push(piece);
        expect(Buffer.concat(rest).equals(Buffer.concat([file, Buffer.from('\r\n--b1--\r\n')]))).toBe(true);
      },
    ),
    { numRuns: 50 },
  );
});
