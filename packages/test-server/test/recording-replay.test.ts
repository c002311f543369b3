import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, onTestFinished, test } from 'vitest';
import { startTestServer } from '../src/index.js';
import {
  type Recording,
  type ReplayMiss,
  type ReplayOptions,
  createReplay,
  readRecordings,
  startReplay,
} from '../src/recording/index.js';
import { createMaskBook } from '../src/recording/masks/mask-book.js';
import { fitsMasked } from '../src/recording/masks/mask-text.js';
import { type Created, type Initialized, bcryptHashes, respond } from './login.js';
import { FORM, call, formsOf, recorderOf, tellStory, temporaryFolder } from './recording-story.js';
import { type Wish, sign } from './sign.js';

const key = { id: 'anybody', psk: 'any key' };
const OK = { status: 0, statusmessage: 'OK', apiversion: 3, cacheable: false, timezone: 'UTC' };

const as = (user: string): Recording['parameters'] => ({ account: 'a1', authentication_type: 'user', user });

function recording(more: Partial<Recording> = {}, ...bodies: unknown[]): Recording {
  return {
    command: 'item',
    action: 'view',
    parameters: { account: 'a1', authentication_type: 'user', user: 'u1' },
    arguments: {},
    answers: (bodies.length === 0 ? ['it'] : bodies).map((body) => ({ httpStatus: 200, header: OK, body })),
    ...more,
  };
}

function replayOf(recordings: readonly Recording[], more: Partial<ReplayOptions> = {}) {
  const misses: ReplayMiss[] = [];
  const replay = createReplay({ recordings, onMiss: (miss) => misses.push(miss), ...more });
  const send = async (wish: Partial<Wish> = {}): Promise<{ status: number; text: string; body: unknown }> => {
    const { target, body } = sign({ key, account: 'a1', ...wish });
    const response = await replay.fetch(replay.url + target, { method: 'POST', body, headers: FORM });
    const text = await response.text();
    const parsed = text.startsWith('{') ? (JSON.parse(text) as { body: unknown }).body : undefined;
    return { status: response.status, text, body: parsed };
  };
  return { misses, send, replay };
}

async function platform() {
  const server = await startTestServer();
  onTestFinished(() => server.close());
  return { server, recorder: await recorderOf(server.url) };
}

describe('a story that was recorded', () => {
  test('is replayed over a socket: login, session, uploads, logout', async () => {
    const { server, recorder } = await platform();
    await tellStory(recorder.url, server.credentials);
    const replay = await startReplay({ folder: recorder.folder });
    onTestFinished(() => replay.close());
    await server.close();
    const told = await tellStory(replay.url, server.credentials);
    expect(told).toMatchObject({
      challenge: expect.stringMatching(/^[0-9a-f]{32}$/) as string,
      sessionKey: expect.stringMatching(/^[0-9a-f]{32}$/) as string,
      session: expect.stringMatching(/^[0-9a-f]{12}$/) as string,
      salt: expect.stringMatching(/^\$2y\$04\$[0-9a-f]{22}$/) as string,
      token: expect.stringMatching(/^[0-9a-f]{32}$/) as string,
    });
    expect(await tellStory(replay.url, server.credentials)).toEqual(told);
    expect(await (await fetch(`${replay.url}/__streamone/health`)).json()).toEqual({ status: 'ok' });
  });
});

test('two people who log in at once keep their sessions apart, in any order', async () => {
  const { server, recorder } = await platform();
  const app = { key: server.credentials.application, type: 'application' } as const;
  const begin = async (url: string, user: string): Promise<string> => {
    const args = { user, userip: '192.0.2.1' };
    return (await call<Initialized>(url, { ...app, path: '/api/session/initialize', args })).body.challenge;
  };
  const create = async (url: string, user: 'editor' | 'reader', challenge: string): Promise<Created> => {
    const args = { challenge, response: respond(bcryptHashes[user], challenge) };
    return (await call<Created>(url, { ...app, path: '/api/session/create', args })).body;
  };
  const whoIs = async (url: string, session: Created): Promise<unknown> => {
    const { body } = await call<{ username: string }>(url, { key: app.key, session, path: '/api/user/viewme' });
    return body.username;
  };
  for (const user of ['editor', 'reader'] as const) {
    expect(await whoIs(recorder.url, await create(recorder.url, user, await begin(recorder.url, user)))).toBe(user);
  }
  const replay = await startReplay({ folder: recorder.folder, credentials: [app.key] });
  onTestFinished(() => replay.close());
  const reader = await begin(replay.url, 'reader');
  const editor = await begin(replay.url, 'editor');
  const ofReader = await create(replay.url, 'reader', reader);
  const ofEditor = await create(replay.url, 'editor', editor);
  expect([await whoIs(replay.url, ofReader), await whoIs(replay.url, ofEditor)]).toEqual(['reader', 'editor']);
});

describe('which recording is taken', () => {
  test('the one with the same arguments and scope, in any order; signature and time do not count', async () => {
    const { send } = replayOf([
      recording({ arguments: { limit: '5', title: 'a' } }, 'five'),
      recording({ arguments: { limit: '6', title: 'a' } }, 'six'),
      recording(
        {
          arguments: { limit: '5', title: 'a' },
          parameters: { account: 'a2', authentication_type: 'user', user: 'u1' },
        },
        'other',
      ),
    ]);
    expect((await send({ args: { title: 'a', limit: '5' }, timestamp: 1 })).body).toBe('five');
    expect((await send({ args: { limit: '6', title: 'a' } })).body).toBe('six');
    expect((await send({ args: { limit: '5', title: 'a' }, account: 'a2' })).body).toBe('other');
  });

  test('answers in their order, and the last again and again', async () => {
    const { send } = replayOf([recording({}, 1, 2, 3), recording({ arguments: { limit: '1' } }, 'a', 'b')]);
    const bodies: unknown[] = [];
    for (let count = 0; count < 5; count++)
      bodies.push((await send()).body, (await send({ args: { limit: '1' } })).body);
    expect(bodies).toEqual([1, 'a', 2, 'b', 3, 'b', 3, 'b', 3, 'b']);
  });

  test('that of the same actor, else of any; but a user is no application and no session', async () => {
    const { send, misses } = replayOf([recording({ parameters: as('u1') }, 1), recording({ parameters: as('u2') }, 2)]);
    expect((await send({ key: { id: 'u2', psk: '' } })).body).toBe(2);
    expect((await send({ key: { id: 'u3', psk: '' } })).body).toBe(1);
    expect((await send({ type: 'application' })).status).toBe(404);
    expect((await send({ session: { id: 's', key: 'k' } })).status).toBe(404);
    expect(misses.map(({ text }) => text)).toEqual([
      expect.stringContaining('authentication_type: recorded "user", given "application"') as string,
      expect.stringContaining('session: not recorded, given "s"') as string,
    ]);
  });

  test('arguments that are to be ignored do not count', async () => {
    const { send } = replayOf([recording({ arguments: { mindatecreated: '2024-01-01 00:00:00', limit: '5' } })], {
      ignore: ['mindatecreated'],
    });
    expect((await send({ args: { mindatecreated: '2031-01-01 00:00:00', limit: '5' } })).status).toBe(200);
    expect((await send({ args: { limit: '5' } })).status).toBe(200);
    expect((await send({ args: { limit: '6' } })).status).toBe(404);
  });

  test('lists with brackets are compared by their entries', async () => {
    const { send } = replayOf([recording({ arguments: { a: { '0': 'x', b: '[masked b 1]' } } })]);
    expect((await send({ body: 'a[]=x&a[b]=anything' })).status).toBe(200);
    expect((await send({ body: 'a[]=y&a[b]=anything' })).status).toBe(404);
    expect((await send({ body: 'a=x' })).status).toBe(404);
  });
});

describe('a request that was not recorded', () => {
  test('gets 404 and the nearest recordings, each with what differs; no secret is told', async () => {
    const { send, misses } = replayOf([
      recording({ arguments: { limit: '3', searchtitle: 'news', password: '[masked password 1]' } }),
      recording({ arguments: { limit: '4' } }),
      recording({ arguments: { a: '1', b: '2', c: '3', d: '4' } }),
      recording({ arguments: { a: '1', b: '2', c: '3', d: '4', e: '5' } }),
    ]);
    const { status, text } = await send({ args: { limit: '5', searchtitle: 'news', psk: 'canary-word' } });
    expect(status).toBe(404);
    expect(text.split('\n')[0]).toBe(
      'No recording of this request to item/view. The nearest differs in: limit: recorded "3", given "5"; password: recorded [redacted], not given; psk: not recorded, given [redacted].',
    );
    expect(text).toContain('another in: limit: recorded "4", given "5"; psk: not recorded, given [redacted]; search');
    expect(text).not.toContain('canary');
    expect(misses).toMatchObject([{ command: 'item', action: 'view', nearest: { length: 3 } }]);
  });

  test('of another action is told what is recorded', async () => {
    const { send } = replayOf([recording(), recording({ action: 'create' }), recording({ command: 'user' })]);
    expect((await send({ path: '/api/item/edit' })).text).toBe(
      'No recording of item/edit. Recorded: item/create, item/view.\n',
    );
    expect((await send({ path: '/api/role/view' })).text).toBe(
      'No recording of role/view. Recorded: item/create, item/view, user/view.\n',
    );
  });

  test.each([
    ['GET', '/api/item/view', 'the method is GET'],
    ['POST', '/elsewhere', 'the path is not /api/{command}/{action}'],
    ['POST', '/api/item/view?%00=1&[=2', undefined],
  ])('%s %s', async (method, path, why) => {
    const { replay } = replayOf([recording()]);
    const response = await replay.fetch(replay.url + path, { method });
    expect(response.status).toBe(404);
    if (why !== undefined) expect(await response.text()).toBe(`No recording of this request: ${why}.\n`);
  });
});

test('what was malformed is answered with its HTTP status, and says what it stands for', async () => {
  const answers = [{ httpStatus: 503, malformed: 'it is not JSON' }];
  expect(await replayOf([recording({ answers })]).send()).toMatchObject({
    status: 503,
    text: 'Here an answer was recorded that is no response of the API: it is not JSON. Its text was not kept.\n',
  });
});

test('uploads lead to the replay itself, never to the platform', async () => {
  const body = { token: '[masked token 1]', uploadurl: 'https://real.test/u', uploadurlhttps: 'https://real.test/u' };
  const { send, replay } = replayOf([recording({ command: 'uploadtoken', action: 'create' }, body)]);
  const answer = await send({ path: '/api/uploadtoken/create' });
  expect(answer.body).toEqual({
    token: expect.stringMatching(/^[0-9a-f]{32}$/) as string,
    uploadurl: `${replay.url}/upload`,
  });
  expect((await replay.fetch(`${replay.url}/upload`, { method: 'POST', body: 'file' })).status).toBe(501);
  expect((await replay.fetch(`${replay.url}/playlist/x`)).status).toBe(404);
});

test('signatures are checked for the actors whose keys are given', async () => {
  const known = { id: 'u1', psk: 'right' };
  const { send } = replayOf([recording()], { credentials: [known] });
  expect((await send({ key: known })).body).toBe('it');
  expect((await send({ key: { ...known, psk: 'wrong' } })).text).toContain('"status":3');
  expect((await send({ key: { id: 'u9', psk: 'whatever' } })).body).toBe('it');
});

describe('a folder that makes no sense', () => {
  test.each([
    ['', 'no folder', 'It is not there'],
    ['empty', '', 'There is no <command>/<action>'],
    ['item', '{', 'which is not JSON'],
    ['item', '{"command":"item"}', 'Something is wrong at "action"'],
    ['item', JSON.stringify({ ...recording(), answers: [] }), 'Something is wrong at "answers"'],
    [
      'item',
      JSON.stringify({ ...recording(), answers: [{ httpStatus: 99, malformed: '' }] }),
      'Something is wrong at "answers.0',
    ],
  ])('%s %s', async (name, content, message) => {
    const folder = temporaryFolder();
    if (name !== '') mkdirSync(join(folder, name));
    if (name === 'item') writeFileSync(join(folder, name, 'view-0.json'), content);
    const opened = readRecordings(name === '' ? join(folder, 'absent') : folder);
    await expect(opened).rejects.toMatchObject({
      name: 'InvalidArgumentError',
      message: expect.stringContaining(message) as string,
    });
  });

  test('no recordings at all', () => {
    expect(() => createReplay({ recordings: [] })).toThrow('recordings: expected recordings');
  });
});

describe('masks', () => {
  const secret = fc.string({ unit: 'binary', minLength: 8, maxLength: 40 });
  const around = fc.string({ maxLength: 7 });

  test('no form of a secret survives, wherever it stands', () => {
    fc.assert(
      fc.property(secret, around, around, (value, before, after) => {
        const book = createMaskBook({ names: [], secrets: [] });
        const text = before + value + after;
        const answer = {
          text,
          [`field${text}`]: [{ nested: encodeURIComponent(text.replaceAll(/\p{Cs}/gu, '\uFFFD')) }],
          form: new URLSearchParams({ a: text }).toString(),
          base64: Buffer.from(text).toString('base64'),
          url: Buffer.from(text).toString('base64url'),
          json: JSON.stringify(text),
          key: value,
        };
        book.learn(answer, () => undefined);
        const masked = JSON.stringify(book.mask(answer, () => undefined));
        expect(book.leaks(masked)).toBe(false);
        for (const form of formsOf(value.replaceAll(/\p{Cs}/gu, '\uFFFD')).filter((each) => each.length >= 8))
          expect(masked).not.toContain(form);
      }),
    );
  });

  test('a masked text fits whatever was there', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string(), { minLength: 1, maxLength: 4 }),
        fc.array(fc.string(), { minLength: 3, maxLength: 3 }),
        (parts, values) => {
          const pattern = parts.join('[masked key 1]');
          const text = parts
            .map((part, index) => part + (index < parts.length - 1 ? (values[index] ?? '') : ''))
            .join('');
          expect(fitsMasked(pattern, text)).toBe(true);
        },
      ),
    );
    expect(fitsMasked('a[masked key 1]b[redacted]c', 'a1b2c')).toBe(true);
    expect(fitsMasked('a[masked key 1]b', 'a1')).toBe(false);
    expect(fitsMasked('ab[masked key 1]bc', 'abc')).toBe(false);
    expect(fitsMasked('a[masked key 1]xx[masked key 2]x', 'axx')).toBe(false);
    expect(fitsMasked('plain', 'other')).toBe(false);
  });
});
