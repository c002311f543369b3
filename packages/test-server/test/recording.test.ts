import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { startTestServer } from '../src/index.js';
import { type Recording, startRecorder } from '../src/recording/index.js';
import { createShelf } from '../src/recording/recorder/shelf.js';
import { login } from './login.js';
import { call, filesOf, formsOf, recorderOf, send, targetOf, tellStory, temporaryFolder } from './recording-story.js';

async function platform(options: Parameters<typeof startTestServer>[0] = {}) {
  const server = await startTestServer(options);
  onTestFinished(() => server.close());
  return server;
}

const secretText = 'aBc+/"q<&\'\\=9%zZ canary \u20ac';

function htmlOf(text: string): string[] {
  const escaped = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
  return ["'", '&#39;', '&#039;', '&apos;'].map((quote) => escaped.replaceAll("'", quote));
}

describe('what is stored', () => {
  test('no secret of a login, a session and an upload, in whatever form', async () => {
    const server = await platform();
    const recorder = await recorderOf(server.url);
    const canaries = await tellStory(recorder.url, server.credentials);
    expect(recorder.problems).toEqual([]);
    const files = filesOf(recorder.folder);
    const actions = [...files.keys()].map((name) => name.replace(/-[0-9a-f]{10}\.json$/, ''));
    expect(actions).toEqual([
      'item/view',
      'session/create',
      'session/delete',
      'session/initialize',
      'uploadtoken/create',
      'user/viewme',
    ]);
    const all = [...files].join('\n');
    for (const [name, secret] of Object.entries(canaries)) {
      expect(secret.length, name).toBeGreaterThan(8);
      for (const form of formsOf(secret)) expect(all, `${name} as ${form}`).not.toContain(form);
    }
    expect(all).not.toMatch(/signature|timestamp/);
  });

  test('the answer passes unchanged, secrets and the address for uploads too', async () => {
    const server = await platform({ clock: () => 1_800_000_000_000 });
    const recorder = await recorderOf(server.url);
    const wish = { key: server.credentials.user, account: server.credentials.account, timestamp: 1_800_000_000 };
    expect(await send(recorder.url, wish)).toEqual(await send(server.url, wish));
    const { body } = await call<{ token: string; uploadurl: string }>(recorder.url, {
      ...wish,
      path: '/api/uploadtoken/create',
    });
    expect(body.uploadurl).toBe(`${server.url}/upload`);
    expect([...server.state.uploadtokens].map(({ token }) => token)).toContain(body.token);
  });

  test('a file reads well: sorted, without what is always the same, one mask for one value', async () => {
    const server = await platform();
    const recorder = await recorderOf(server.url);
    await tellStory(recorder.url, server.credentials);
    const named = (key: string): Recording => {
      const found = [...filesOf(recorder.folder)].find(([name]) => name.startsWith(key));
      return JSON.parse(found?.[1] ?? '') as Recording;
    };
    expect(named('session/initialize')).toEqual({
      command: 'session',
      action: 'initialize',
      parameters: { application: server.credentials.application.id, authentication_type: 'application' },
      arguments: { user: 'editor', userip: '[masked userip 1]' },
      answers: [
        {
          httpStatus: 200,
          header: expect.objectContaining({ status: 0 }) as object,
          body: { challenge: '[masked challenge 1]', salt: '[masked salt 1]', needsv2hash: false },
        },
      ],
    });
    expect(named('session/create')).toMatchObject({
      arguments: {
        challenge: '[masked challenge 1]',
        response: '[masked response 1]',
        v2hash: '[masked v2hash 1]',
      },
      answers: [{ body: { id: '[masked session 1]', key: '[masked key 1]', timeout: 3600 } }],
    });
    expect(named('user/viewme').parameters).toMatchObject({ session: '[masked session 1]' });
    expect(named('item/view').arguments).toEqual({ limit: '3', searchtitle: 'news' });
    expect(Object.keys(named('item/view').parameters)).toEqual(['account', 'authentication_type', 'user']);
  });

  test('the same story again gives the same files, whatever the secrets are', async () => {
    const server = await platform({ clock: () => 1_800_000_000_000 });
    const app = { key: server.credentials.application, type: 'application', timestamp: 1_800_000_000 } as const;
    const story = async (url: string): Promise<void> => {
      for (const user of ['editor', 'reader', 'editor']) {
        await call(url, { ...app, path: '/api/session/initialize', args: { user, userip: '192.0.2.1' } });
      }
    };
    const first = await recorderOf(server.url);
    await story(first.url);
    const second = await recorderOf(server.url);
    await story(second.url);
    expect(filesOf(second.folder)).toEqual(filesOf(first.folder));
    expect(filesOf(first.folder).size).toBe(2);
  });

  test('a recording replaces what an earlier one kept of the request, and leaves the rest', async () => {
    const server = await platform();
    const folder = temporaryFolder();
    const wish = { key: server.credentials.user, path: '/api/user/viewme' };
    const counts: number[] = [];
    for (const times of [3, 1]) {
      const recorder = await startRecorder({ target: server.url, folder });
      for (let count = 0; count < times; count++) await call(recorder.url, wish);
      await recorder.close();
      const [name = '', text = ''] = [...filesOf(folder)].find(([each]) => each.startsWith('user')) ?? [];
      counts.push((JSON.parse(text) as Recording).answers.length);
      expect(recorder.recordings).toEqual([JSON.parse(text)]);
      expect(name).toMatch(/^user.viewme-/);
      mkdirSync(join(folder, 'other'), { recursive: true });
      writeFileSync(join(folder, 'other', 'kept.json'), '{}');
    }
    expect(counts).toEqual([3, 1]);
    expect(existsSync(join(folder, 'other', 'kept.json'))).toBe(true);
  });

  test('a session that was begun before is masked too', async () => {
    const server = await platform();
    const session = await login(server);
    const recorder = await recorderOf(server.url);
    const { header } = await call(recorder.url, {
      key: server.credentials.application,
      session,
      path: '/api/user/viewme',
    });
    expect(header.status).toBe(0);
    const [text = ''] = filesOf(recorder.folder).values();
    expect((JSON.parse(text) as Recording).parameters).toMatchObject({ session: '[masked session 1]' });
    for (const secret of [session.id, session.key]) expect(text).not.toContain(secret);
  });

  test('what is named beyond the secrets is masked, and values that are given', async () => {
    const server = await platform();
    const secret = 'my-own-secret-word';
    const recorder = await recorderOf(server.url, { mask: ['email', 'searchtitle'], secrets: [secret] });
    const { user, account } = server.credentials;
    await call(recorder.url, { key: user, path: '/api/user/viewme' });
    await call(recorder.url, { key: user, account, args: { searchtitle: 'news', title: `of ${secret}` } });
    const [view, viewme] = [...filesOf(recorder.folder).values()].map((text) => JSON.parse(text) as Recording);
    expect(view?.arguments).toEqual({ searchtitle: '[masked searchtitle 1]', title: 'of [masked secret 1]' });
    expect(viewme?.answers).toMatchObject([{ body: { email: '[masked email 1]', username: expect.any(String) } }]);
  });

  test.each([
    ['an answer', (url: string) => call(url, { key: { id: 'u', psk: 'p' }, args: { password: secretText } })],
    [
      'a request without an answer',
      async (url: string) => {
        await call(url, { key: { id: 'u', psk: 'p' }, path: '/api/item/none', args: { password: secretText } }).catch(
          () => undefined,
        );
      },
    ],
  ])('what is known as a secret with %s later is masked in what was kept before', async (why, later) => {
    const target = await targetOf((request, response) => {
      if (request.url?.includes('none')) request.socket.destroy();
      else
        response.end(JSON.stringify({ header: { status: 0, statusmessage: `of ${secretText}` }, body: [secretText] }));
    });
    const recorder = await recorderOf(target);
    await call(recorder.url, { key: { id: 'u', psk: 'p' }, args: { note: `my ${secretText}`, other: '1' } });
    await call(recorder.url, { key: { id: 'u', psk: 'p' }, args: { note: 'nothing' } });
    expect([...filesOf(recorder.folder).values()].join('')).toContain(JSON.stringify(secretText).slice(1, -1));
    await later(recorder.url);
    // Where there is no answer, at the end at last.
    if (why !== 'an answer') await recorder.close();
    const files = [...filesOf(recorder.folder)];
    for (const form of formsOf(secretText)) expect(JSON.stringify([files, recorder.recordings])).not.toContain(form);
    const texts = files.map(([, text]) => JSON.parse(text) as Recording);
    expect(new Set(texts.map(({ arguments: { note } }) => note))).toEqual(
      new Set(['my [masked password 1]', 'nothing', undefined].slice(0, files.length)),
    );
    expect(texts.map(({ answers }) => answers.length)).toEqual(texts.map(() => 1));
    expect(recorder.recordings).toHaveLength(files.length);
  });

  test('what may be a secret by its name is masked in recordings', async () => {
    const canary = 'canary-5f1c';
    const names =
      'pass pwd passphrase pin accesskey auth bearer jwt hmac passwordhash secret_key authorization cookie'.split(' ');
    const target = await targetOf((_, response) => {
      const body = Object.fromEntries([...names, 'secret key', 'user.pass'].map((name) => [name, canary]));
      response.end(JSON.stringify({ header: { status: 0, statusmessage: 'OK' }, body }));
    });
    const recorder = await recorderOf(target);
    const args = Object.fromEntries(names.map((name) => [name, canary]));
    await call(recorder.url, { key: { id: 'u', psk: 'p' }, args: { ...args, compass: 'north', spin: 'fast' } });
    const [text = ''] = filesOf(recorder.folder).values();
    expect(text).not.toContain(canary);
    expect(text).toContain('"compass": "north"');
    expect(text).toContain('"spin": "fast"');
  });

  test('a secret that an answer repeats is masked there, in every form', async () => {
    const seen = JSON.stringify({ text: secretText }).slice(1, -1);
    const repeated = [
      secretText,
      `before${secretText}after`,
      encodeURIComponent(secretText),
      new URLSearchParams({ a: secretText }).toString(),
      encodeURIComponent(secretText).replaceAll(/%[0-9A-F]{2}/g, (hex) => hex.toLowerCase()),
      Buffer.from(secretText).toString('base64'),
      Buffer.from(`user:${secretText}!`).toString('base64'),
      Buffer.from(`us:${secretText}!`).toString('base64url'),
      encodeURIComponent(encodeURIComponent(secretText)),
      Buffer.from(secretText).toString('hex'),
      Buffer.from(secretText).toString('hex').toUpperCase(),
      secretText.toUpperCase(),
      secretText.toLowerCase(),
      ...htmlOf(secretText),
      seen,
      `see https://a.test/?signature=anything-else&x=1`,
    ];
    const target = await targetOf((_, response) => {
      const header = { status: 6, statusmessage: `no ${secretText}`, [`field ${secretText}`]: 1 };
      response.end(
        JSON.stringify({
          header,
          body: { token: secretText, count: 7, repeated, psk: 123_456, nested: { key: ['x', null] } },
        }),
      );
    });
    const recorder = await recorderOf(target);
    await call(recorder.url, { key: { id: 'u', psk: 'p' }, args: { note: secretText, password: 'pass-word-1' } });
    const [text = ''] = filesOf(recorder.folder).values();
    for (const form of formsOf(secretText)) expect(text, form).not.toContain(form);
    expect(text.toLowerCase()).not.toContain(Buffer.from(secretText).toString('hex'));
    expect(text).not.toContain(encodeURIComponent(encodeURIComponent(secretText)));
    for (const form of [secretText.toUpperCase(), secretText.toLowerCase(), ...htmlOf(secretText)]) {
      expect(text).not.toContain(JSON.stringify(form).slice(1, -1));
    }
    expect(text).not.toContain('anything-else');
    expect(text).not.toContain('pass-word-1');
    const { answers, ...request } = JSON.parse(text) as Recording;
    expect(request.arguments).toEqual({ note: '[masked token 1]', password: '[masked password 1]' });
    expect(answers[0]).toMatchObject({
      header: { statusmessage: 'no [masked token 1]', 'field [masked token 1]': 1 },
      body: { token: '[masked token 1]', count: 7, psk: 0, nested: { key: ['[masked key 1]', null] } },
    });
  });
});

describe('what is forwarded', () => {
  test('path, query and body byte for byte, behind the prefix; hop-by-hop headers and cookies are not', async () => {
    const seen: { url?: string | undefined; headers: Record<string, unknown>; body: string }[] = [];
    const target = await targetOf((request, response) => {
      let body = '';
      request.on('data', (chunk: Buffer) => (body += chunk.toString('latin1')));
      request.on('end', () => {
        seen.push({ url: request.url, headers: request.headers, body });
        response.setHeader('set-cookie', 'a=b');
        response.setHeader('x-more', 'kept');
        response.end('{"header":{"status":0,"statusmessage":"OK"},"body":null}');
      });
    });
    const recorder = await recorderOf(`${target}/some/prefix/`);
    const body = 'b=%7e%2B+x&a=%zz&title=\u00ff';
    const response = await fetch(`${recorder.url}//api/item/view?z=1&%61=2&signature=x`, {
      method: 'POST',
      body: Buffer.from(body, 'latin1'),
      headers: { 'content-type': 'application/x-www-form-urlencoded', cookie: 'of=another', 'x-own': '1' },
    });
    expect(response.headers.get('x-more')).toBe('kept');
    expect(response.headers.get('set-cookie')).toBeNull();
    expect(seen).toEqual([
      {
        url: '/some/prefix//api/item/view?z=1&%61=2&signature=x',
        body,
        headers: expect.objectContaining({
          'x-own': '1',
          host: new URL(target).host,
          'accept-encoding': 'identity',
        }) as object,
      },
    ]);
    expect(seen[0]?.headers).not.toHaveProperty('cookie');
  });

  test('a redirect is an answer, and is not followed', async () => {
    let requests = 0;
    const target = await targetOf((_, response) => {
      requests++;
      response.writeHead(302, { location: '/elsewhere' }).end();
    });
    const recorder = await recorderOf(target);
    const response = await fetch(`${recorder.url}/api/item/view`, { method: 'POST', redirect: 'manual' });
    expect([response.status, response.headers.get('location'), requests]).toEqual([302, '/elsewhere', 1]);
  });

  test('nothing beside the API', async () => {
    const target = await targetOf((_, response) => response.end('reached'));
    const recorder = await recorderOf(target);
    expect((await fetch(`${recorder.url}/secret/page`)).status).toBe(404);
    expect(await (await fetch(`${recorder.url}/__streamone/health`)).json()).toEqual({ status: 'ok' });
    expect(await (await fetch(`${recorder.url}/api/item/view`)).text()).toBe('reached');
    expect(recorder.problems).toEqual(['a request was not kept: the method is GET']);
  });

  test.each([
    ['http://api.streamonecloud.net', 'target: expected an https address'],
    ['api.streamonecloud.net', 'target: expected an address'],
    ['https://u:secretpass@a.test', 'without a user name and password, given "…@a.test"'],
    ['https://a.test/?psk=secretpass', 'without "?" and "#"'],
    ['ftp://a.test', 'target: expected an address'],
  ])('a target that makes no sense is refused: %s', async (target, message) => {
    const started = startRecorder({ target, folder: '/nowhere' });
    await expect(started).rejects.toThrow(message);
    await expect(started).rejects.not.toThrow('secretpass');
  });

  test.each([
    [{ folder: '' }, 'folder: expected a folder'],
    [{ timeout: 0 }, 'timeout: expected whole milliseconds'],
    [{ host: '0.0.0.0' }, 'allow-remote'],
    [{ port: -1 }, 'port: expected'],
  ])('%j is refused', async (options, message) => {
    await expect(startRecorder({ target: 'https://a.test', folder: 'x', ...options })).rejects.toThrow(message);
  });
});

describe('what goes wrong', () => {
  const wish = { key: { id: 'u', psk: 'p' }, args: { password: 'canary-word' } };
  const canary = 'canary-in-the-answer';

  test('a target that is down: 502 with a text, nothing kept', async () => {
    const recorder = await recorderOf('http://127.0.0.1:1');
    expect(await send(recorder.url, wish)).toEqual({
      status: 502,
      text: 'The target of the recorder gave no answer: it could not be reached, or hung up (ECONNREFUSED).\n',
    });
    expect(recorder.problems).toHaveLength(1);
    expect(filesOf(recorder.folder).size).toBe(0);
  });

  test('a target that is slow: 504', async () => {
    const target = await targetOf(() => undefined);
    const recorder = await recorderOf(target, { timeout: 50 });
    expect(await send(recorder.url, wish)).toMatchObject({ status: 504 });
  });

  test('a target that is slow half-way: 504 too', async () => {
    const target = await targetOf(
      (_, response) => void response.writeHead(200, { 'content-length': 50 }).write('half'),
    );
    const recorder = await recorderOf(target, { timeout: 50 });
    expect(await send(recorder.url, wish)).toMatchObject({ status: 504 });
  });

  test('an answer that breaks off: 502', async () => {
    const target = await targetOf((_, response) => {
      response.writeHead(200, { 'content-length': 50 }).write('half', () => response.destroy());
    });
    const recorder = await recorderOf(target);
    expect(await send(recorder.url, wish)).toMatchObject({ status: 502 });
    expect(filesOf(recorder.folder).size).toBe(0);
  });

  test('an answer that is too large: 502', async () => {
    const target = await targetOf((_, response) => response.end(Buffer.alloc(17_000_000)));
    const recorder = await recorderOf(target);
    const { status, text } = await send(recorder.url, wish);
    expect([status, text]).toEqual([502, expect.stringContaining('larger than 16777216 bytes')]);
  });

  test.each([
    ['<!doctype html><p>canary-in-the-answer', 503, 'it looks like HTML, not JSON'],
    ['{"header": canary-in-the-answer', 200, 'it is not JSON'],
    ['', 200, 'it is empty'],
    [
      '{"token":"canary-in-the-answer"}',
      200,
      'it has not the shape of a response: header with status and statusmessage, and body',
    ],
    [
      `{"header":{"status":0,"statusmessage":""},"body":${'['.repeat(5000)}"${canary}"${']'.repeat(5000)}}`,
      200,
      'it is nested deeper than 100',
    ],
  ])('an answer that is none passes, and only its being so is kept: %.20s', async (answer, status, malformed) => {
    const target = await targetOf((_, response) => response.writeHead(status).end(answer));
    const recorder = await recorderOf(target);
    expect(await send(recorder.url, wish)).toEqual({ status, text: answer });
    const [text = ''] = filesOf(recorder.folder).values();
    expect((JSON.parse(text) as Recording).answers).toEqual([{ httpStatus: status, malformed }]);
    expect(text).not.toContain('canary');
  });

  test('an answer that is no text, or packed', async () => {
    const bytes = [Buffer.from([0xff, 0xfe, 0x7b]), Buffer.from('packed')];
    const target = await targetOf((_, response) => {
      const next = bytes.shift();
      if (bytes.length === 0) response.setHeader('content-encoding', 'br');
      response.end(next);
    });
    const recorder = await recorderOf(target);
    await send(recorder.url, wish);
    await send(recorder.url, wish).catch(() => undefined);
    expect(recorder.recordings[0]?.answers).toEqual([
      { httpStatus: 200, malformed: 'it is not UTF-8' },
      { httpStatus: 200, malformed: 'it is packed, which was not asked for' },
    ]);
  });

  test('a request that can not be read is handed on and not kept', async () => {
    const target = await targetOf((_, response) =>
      response.end('{"header":{"status":6,"statusmessage":""},"body":null}'),
    );
    const recorder = await recorderOf(target);
    const post = (path: string, body: string, type = 'application/x-www-form-urlencoded'): Promise<Response> =>
      fetch(recorder.url + path, { method: 'POST', body, headers: { 'content-type': type } });
    await post('/api/item/view', '{"psk":"canary-word"}');
    await post('/api/item/view', '{"psk":"canary-word"}', 'application/json');
    await post('/api/item/view?%7Bpsk:canary-word%7D=1', '');
    await post('/api/..%2F..%2Fcanary-word/view', '');
    await post('/api/item/canary_word', '');
    expect(filesOf(recorder.folder).size).toBe(0);
    expect(recorder.problems).toHaveLength(5);
    expect(recorder.problems.join('\n')).not.toContain('canary');
  });

  test('a folder that can not be written is told, and the answer passes', async () => {
    const target = await targetOf((_, response) =>
      response.end('{"header":{"status":0,"statusmessage":""},"body":null}'),
    );
    const folder = join(temporaryFolder(), 'file');
    writeFileSync(folder, 'a file');
    const recorder = await recorderOf(target, { folder });
    expect(await send(recorder.url, wish)).toMatchObject({ status: 200 });
    expect(recorder.problems).toEqual([expect.stringMatching(/^item\/view was not kept: /)]);
    expect(readFileSync(folder, 'utf8')).toBe('a file');
  });

  test('answers beyond the limit are not kept', async () => {
    const shelf = createShelf(temporaryFolder());
    const request = { command: 'item', action: 'view', parameters: {}, arguments: {} };
    const answer = { httpStatus: 503, malformed: 'it is empty' };
    const kept = await Promise.all(Array.from({ length: 202 }, () => shelf.keep(request, answer, () => false)));
    expect(kept.filter((name) => name === undefined)).toHaveLength(2);
    expect(shelf.recordings.map(({ answers }) => answers.length)).toEqual([200]);
    await expect(shelf.keep({ ...request, command: 'user' }, answer, () => true)).rejects.toThrow('a secret');
    expect(shelf.recordings).toHaveLength(1);
  });

  test('it stops while a request is under way', async () => {
    let reached = 0;
    let ended = 0;
    const target = await targetOf((request) => {
      reached++;
      request.on('close', () => ended++);
    });
    const recorder = await recorderOf(target);
    const pending = send(recorder.url, wish).catch(() => 'ended');
    await expect.poll(() => reached).toBe(1);
    await recorder.close();
    expect(await pending).toBe('ended');
    await expect.poll(() => ended).toBe(1);
  });
});
