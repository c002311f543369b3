import { InvalidArgumentError } from '@streamone/core';
import { expect, test } from 'vitest';
import { createServerClock } from '../src/clock/server-clock.js';
import { nodeHmac } from '../src/hmac/node-hmac.js';
import { inProcess as inProcessServer } from '../src/in-process.js';
import { type JournalEntry, type TestServer, createTestServer } from '../src/index.js';
import { createJournal } from '../src/journal/journal.js';
import { nodeRuntime } from '../src/node-runtime.js';
import { seededRandom } from '../src/random/seeded-random.js';
import { createRedaction } from '../src/redaction/redaction.js';
import type { Runtime } from '../src/runtime.js';
import { createState } from '../src/state/create-state.js';
import { inProcess } from './adapters.js';
import { type PartialWish, ask, signFor, view } from './ask.js';
import { bcryptHashes, create, initialize, login, respond, viewme } from './login.js';

test('tells what was asked and answered', async () => {
  const server = createTestServer();
  server.clock.set(new Date('2026-01-02T03:04:05Z'));
  server.clock.freeze();
  await view(server, { limit: '2', searchtitle: 'é' });
  await ask(server, { path: '/api/item/view', customer: 'nobody' });
  const [first, second] = server.journal.entries();
  const { user, account } = server.credentials;
  expect(first).toMatchObject({
    id: 1,
    time: new Date('2026-01-02T03:04:05Z'),
    method: 'POST',
    path: '/api/item/view',
    command: 'item',
    action: 'view',
    actor: { type: 'user', id: user.id },
    parameters: { api: '3', account, user: user.id, signature: '[redacted]' },
    arguments: { limit: '2', searchtitle: 'é' },
    status: 0,
    statusName: 'OK',
    httpStatus: 200,
  });
  expect(first?.durationMs).toBeGreaterThan(0);
  expect(first).not.toHaveProperty('explanation');
  expect(second).toMatchObject({ id: 2, status: 250, statusName: 'CUSTOMER_NOT_FOUND' });
  expect(server.journal.entries({ status: 250 }).map(({ id }) => id)).toEqual([2]);
  expect(server.journal.entries({ after: 1 }).map(({ id }) => id)).toEqual([2]);
  expect(server.journal.entries({ command: 'user' })).toEqual([]);
  expect(server.journal.entries({ command: 'item', action: 'view', actor: user.id })).toHaveLength(2);
  server.journal.clear();
  expect(server.journal.entries()).toEqual([]);
  await view(server);
  expect(server.journal.entries().map(({ id }) => id)).toEqual([3]);
});

test('keeps the last entries, oldest first', async () => {
  const server = createTestServer({ journalSize: 3 });
  for (let count = 0; count < 5; count++) await view(server);
  expect(server.journal.entries().map(({ id }) => id)).toEqual([3, 4, 5]);
});

test('holds no secret, and neither does an explanation', async () => {
  const refused: unknown[] = [];
  const server = createTestServer({ explain: true, onRefusal: (entry) => refused.push(entry) });
  const { user, account } = server.credentials;
  const canary = 'CANARY-5f1c';
  const args = { response: canary, v2hash: canary, challenge: canary, password: canary, psk: canary, title: 'seen' };
  const answers: unknown[] = [];
  const right = signFor(server, { path: '/api/session/create', args });
  const wrong = { ...user, psk: `${canary}-psk` };
  for (const wish of [
    { path: '/api/session/create', args },
    { account, args },
    { account, args: { token: canary, 'token[x]': canary } },
    { account, args, key: wrong },
  ]) {
    answers.push(await ask(server, wish));
  }
  // Signed as with a known mistake, so that the strings to sign are shown.
  const { path, query, body } = right;
  for (const signature of [right.signature.toUpperCase(), canary]) {
    const target = `${path}?${query.replace(/signature=.*/, `signature=${signature}`)}`;
    const init = { method: 'POST', body, headers: { 'content-type': 'application/x-www-form-urlencoded' } };
    answers.push(await (await server.fetch(`${server.url}${target}`, init)).json());
  }
  const told = JSON.stringify([server.journal.entries(), refused, answers]);
  expect(told).toContain('signature is written in upper-case hex');
  expect(told).not.toContain(canary);
  expect(told).not.toContain(user.psk);
  expect(told.toLowerCase()).not.toContain(right.signature);
});

test('holds nothing of a login, a session, or an upload', async () => {
  const refused: unknown[] = [];
  const server = createTestServer({ explain: true, onRefusal: (entry) => refused.push(entry) });
  const { state, credentials } = server;
  const { challenge } = (await initialize(server)).body;
  const response = respond(bcryptHashes.editor, challenge);
  const wrong = respond('x'.repeat(60), challenge);
  const v2hash = 'CANARY-v2hash';
  state.users.update(credentials.user.id, { needsv2hash: true });
  await create(server, { challenge, response, v2hash });
  await create(server, { challenge, response: wrong, v2hash });
  await create(server, { challenge: 'CANARY-challenge', response });
  state.users.update(credentials.user.id, { needsv2hash: false });
  const session = await login(server);
  await viewme(server, session);
  await viewme(server, { ...session, key: 'CANARY-key' });
  await viewme(server, { ...session, id: 'unknown' });
  const [service] = state.services;
  const { customer, account } = credentials;
  const args = { user: credentials.user.id, service: service?.id ?? '', response: 'CANARY-sso' };
  await ask(server, { path: '/api/user/linkssotoken', customer, args });
  await ask(server, { path: '/api/uploadtoken/create', account });
  // Signed without the session's key, so that an explanation shows the string to sign.
  const { path, query } = signFor(server, { path: '/api/user/viewme', session });
  await server.fetch(`${server.url}${path}?${query.toUpperCase()}`, { method: 'POST' });
  const { password } = state.users.get(credentials.user.id) ?? {};
  const [token] = state.uploadtokens;
  const told = JSON.stringify([server.journal.entries(), refused]);
  const secrets = [
    challenge,
    response,
    wrong,
    v2hash,
    'CANARY',
    session.key,
    token?.token,
    password?.s,
    password?.v2hash,
  ];
  for (const secret of [...secrets, credentials.user.psk, credentials.application.psk]) {
    expect(secret).toBeTruthy();
    expect(told).not.toContain(secret);
    expect(told).not.toContain(encodeURIComponent(secret ?? ''));
  }
  expect(told).toContain(session.id);
});

test('is not filled by large bodies', async () => {
  const server = createTestServer();
  const { account } = server.credentials;
  await ask(server, { account, args: { nonsense: 'x'.repeat(500_000) } });
  const [entry] = server.journal.entries();
  expect(entry).toMatchObject({ status: 6, arguments: {}, explanation: { argument: 'nonsense' } });
});

test('filters by what was refused, by place, and the last of them', async () => {
  const server = createTestServer();
  const { journal, credentials } = server;
  await view(server);
  await ask(server, { account: 'nowhere' });
  await server.fetch(`${server.url}/nothing?user=${credentials.user.id}`, { method: 'POST' });
  await view(server);
  await ask(server, { path: '/api/api/info', type: 'application' });
  const ids = (filter: Parameters<typeof journal.entries>[0]): number[] => journal.entries(filter).map(({ id }) => id);
  expect(ids({ refused: true })).toEqual([2, 3]);
  expect(ids({ refused: false })).toEqual([1, 4, 5]);
  expect(ids({ before: 4, after: 1 })).toEqual([2, 3]);
  expect(ids({ limit: 2 })).toEqual([4, 5]);
  expect(ids({ refused: true, limit: 1 })).toEqual([3]);
  expect(ids({ limit: 0 })).toEqual([]);
  expect(ids({ actor: credentials.application.id })).toEqual([5]);
  expect(ids({ actor: credentials.user.id })).toEqual([1, 2, 3, 4]);
  expect(journal.entry(2)).toMatchObject({ id: 2, status: 290 });
  expect(journal.entry(6)).toBeUndefined();
  journal.clear();
  expect(journal.entry(2)).toBeUndefined();
});

test.each([
  [{ commands: 'item' }, /journal filter: expected options named command, .*given "commands"/],
  [{ limit: -1 }, /journal filter limit: expected a whole number from 0, given -1/],
  [{ status: '6' }, /journal filter status: expected a whole number from 0, given "6"/],
  [{ refused: 'yes' }, /journal filter refused: expected true or false/],
  [{ command: 1 }, /journal filter command: expected a text/],
])('refuses the filter %j', (filter, message) => {
  const { journal } = createTestServer();
  expect(() => journal.entries(filter as object)).toThrow(message);
  expect(() => journal.entries(filter as object)).toThrow(InvalidArgumentError);
});

function steps(server: TestServer): Record<string, string> {
  const [entry] = server.journal.entries({ limit: 1 });
  return Object.fromEntries(
    (entry?.verification ?? []).map(({ name, result, detail }) => [name, detail ? `${result}: ${detail}` : result]),
  );
}

test('tells step by step what a request went through', async () => {
  const server = createTestServer();
  server.clock.freeze();
  const { user, account } = server.credentials;
  await view(server, { limit: '2' }, { timezone: 'UTC', timestamp: Math.floor(server.clock.now() / 1000) - 3 });
  expect(steps(server)).toEqual({
    request: 'passed: POST /api/item/view',
    parameters: 'passed: api, format, authentication_type, account, timezone, timestamp, user, signature',
    actor: `passed: user "${user.id}" (editor)`,
    session: 'passed: none: the request is not in a session',
    signature: `passed: right with the PSK of user "${user.id}", over the bytes as received`,
    timestamp: "passed: 3 seconds behind the server's time",
    timezone: 'passed: UTC, of the request',
    action: 'passed: item/view',
    'read-only': 'passed: it only reads',
    scope: `passed: account "${account}" (Newsroom)`,
    rights: 'passed: a role gives the token "item-read" there',
    arguments: 'passed: limit',
    answer: 'passed',
  });
  const [entry] = server.journal.entries();
  expect(entry?.stringToSign).toMatch(/^\/api\/item\/view\?api=3&.*&user=[\w-]{12}&limit=2$/);
});

test('tells with which key a session signs, and by which form of the string', async () => {
  const server = createTestServer();
  const session = await login(server);
  const { application, user } = server.credentials;
  const { path, query } = signFor(server, { session, path: '/api/user/viewme', timezone: 'Europe/Amsterdam' });
  // The signature is over "%2F"; sent is a bare slash, as some libraries do.
  await server.fetch(`${server.url}${path}?${query.replace('%2F', '/')}`, { method: 'POST' });
  expect(steps(server)).toMatchObject({
    actor: `passed: application "${application.id}" (Website)`,
    session: `passed: "${session.id}", of user "${user.id}" (editor)`,
    signature: `passed: right with the PSK of application "${application.id}" immediately followed by the key of session "${session.id}", over the pairs as PHP writes them after decoding`,
    rights: 'passed: no token is needed',
    arguments: 'passed: none',
    answer: 'passed',
  });
});

/** What to ask for, and how the server is before that. */
interface Failing extends PartialWish {
  readonly wrongKey?: boolean;
  readonly readOnly?: boolean;
  /** What every role holds. */
  readonly tokens?: readonly string[];
}

test.each([
  ['parameters', 7, { parameters: (pairs: [string, string][]) => [...pairs, ['x', '1'] as [string, string]] }],
  ['actor', 3, { key: { id: 'nobody', psk: 'x' } }],
  ['session', 282, { session: { id: 'gone', key: 'x' } }],
  ['signature', 3, { wrongKey: true }],
  ['timestamp', 2, { timestamp: 1 }],
  ['timezone', 9, { timezone: 'Mars/Olympus' }],
  ['action', 5, { path: '/api/item/vieuw' }],
  ['read-only', 10, { path: '/api/item/create', readOnly: true }],
  ['scope', 290, { account: 'nowhere' }],
  ['rights', 4, { path: '/api/role/view', tokens: [] }],
  ['arguments', 6, { args: { limit: 'x' } }],
  ['arguments', 6, { args: { limit: '1000000' } }],
  ['answer', 120, { path: '/api/uploadtoken/create', args: { item: 'nosuchitem00' } }],
] satisfies [string, number, Failing][])(
  'a request that fails at %s stops there',
  async (name, status, wish: Failing) => {
    const server = createTestServer();
    const { account, user } = server.credentials;
    const { wrongKey = false, readOnly = false, tokens, ...more } = wish;
    if (readOnly) server.state.readOnly = true;
    if (tokens) for (const { id } of server.state.roles) server.state.roles.update(id, { tokens });
    await ask(server, { account, ...(wrongKey && { key: { ...user, psk: 'wrong' } }), ...more });
    const [entry] = server.journal.entries({ limit: 1 });
    expect(entry?.status).toBe(status);
    const results = entry?.verification.map(({ result }) => result) ?? [];
    const at = entry?.verification.findIndex((step) => step.name === name) ?? -1;
    expect(results).toEqual([
      ...Array.from({ length: at }, () => 'passed'),
      'failed',
      ...Array.from({ length: results.length - at - 1 }, () => 'not reached'),
    ]);
    expect(entry?.verification[at]?.detail).toBe(entry?.explanation?.summary);
  },
);

test('stays what it was when the state changes afterwards', async () => {
  const server = createTestServer();
  const { user, account } = server.credentials;
  await view(server);
  const before = JSON.stringify(server.journal.entries());
  server.state.users.update(user.id, { username: 'renamed', psk: 'changed', timezone: 'UTC' });
  server.state.accounts.update(account, { name: 'Renamed' });
  server.clock.advance(5000);
  expect(JSON.stringify(server.journal.entries())).toBe(before);
});

test('is JSON as it is', async () => {
  const server = createTestServer();
  await ask(server, { key: { ...server.credentials.user, psk: 'wrong' } });
  const [entry] = server.journal.entries();
  const read = JSON.parse(JSON.stringify(entry)) as JournalEntry;
  expect(read.explanation?.summary).toContain('fits no known mistake');
  expect(read.verification).toHaveLength(13);
  expect(read.stringToSign).toBe(read.explanation?.expected);
});

test('takes notes of what is beside the API, secrets masked', () => {
  const told: JournalEntry[] = [];
  const clock = createServerClock();
  clock.freeze();
  const { secrets } = createState(seededRandom(1), () => new Date());
  const redaction = createRedaction(secrets);
  const journal = createJournal({ size: 10, clock, hmac: nodeHmac, redaction, onRefusal: (entry) => told.push(entry) });
  const target = '/progressive/account=A/item=I/video.mp4?signuser=U&signature=CANARY';
  journal.note({ method: 'GET', target, httpStatus: 206, durationMs: 2, command: 'media', action: 'progressive' });
  const explanation = { summary: 'The token is used up.' };
  const fields = { uploadtoken: 'CANARY', title: 'seen' };
  const actor = { type: 'user', id: 'U' } as const;
  journal.note({
    method: 'POST',
    target: '/upload',
    httpStatus: 302,
    durationMs: 1,
    command: 'upload',
    actor,
    explanation,
    arguments: fields,
  });
  expect(journal.entries({ command: 'media' })).toMatchObject([
    {
      id: 1,
      time: new Date(clock.now()),
      method: 'GET',
      path: '/progressive/account=A/item=I/video.mp4',
      command: 'media',
      action: 'progressive',
      actor: undefined,
      parameters: { signuser: 'U', signature: '[redacted]' },
      status: undefined,
      httpStatus: 206,
      verification: [],
    },
  ]);
  expect(journal.entries({ refused: true })).toMatchObject([{ id: 2, explanation, arguments: { title: 'seen' } }]);
  expect(journal.entries({ actor: 'U' }).map(({ id }) => id)).toEqual([2]);
  expect(told.map(({ id }) => id)).toEqual([2]);
  expect(JSON.stringify(journal.entries())).not.toContain('CANARY');
});

test('a body that is no form is shown with its secrets masked', async () => {
  const server = createTestServer();
  const body = JSON.stringify({ title: 'seen', password: 'CANARY', inner: { token: 'CANARY' } });
  await inProcess.send(server, {
    target: signFor(server).target,
    body,
    headers: { 'content-type': 'application/json' },
  });
  const multipart = '--b\r\nContent-Disposition: form-data; name="password"\r\n\r\nCANARY\r\n--b--\r\n';
  await inProcess.send(server, { target: signFor(server).target, body: multipart });
  const [json, other] = server.journal.entries();
  expect(json?.arguments).toEqual({ title: 'seen', password: '[redacted]', inner: { token: '[redacted]' } });
  expect(other?.arguments).toEqual({});
  expect(other?.stringToSign).toContain('&[multipart body of');
  expect(JSON.stringify(server.journal.entries())).not.toContain('CANARY');
});

test('asks no more of an explanation than is looked at', async () => {
  let reckoned = 0;
  const keyedHmac: Runtime['keyedHmac'] = (key) => {
    const hmac = nodeRuntime.keyedHmac(key);
    return (message) => {
      reckoned++;
      return hmac(message);
    };
  };
  const server = inProcessServer({}, { ...nodeRuntime, keyedHmac });
  const session = await login(server);
  const args = { title: "it's ~a b*/é", limit: '1', order: 'asc' };
  await ask(server, { session: { ...session, key: 'wrong' }, account: 'a,b', timezone: 'Europe/Amsterdam', args });
  const [entry] = server.journal.entries({ limit: 1 });
  expect(entry?.status).toBe(3);
  expect(reckoned).toBe(0);
  expect(entry?.explanation?.argument).toBe('signature');
  const once = reckoned;
  // Nothing known fits, so everything was tried.
  expect(once).toBeGreaterThan(5000);
  expect(once).toBeLessThanOrEqual(20_000);
  expect(server.journal.entries({ limit: 1 })[0]?.explanation).toEqual(entry?.explanation);
  expect(reckoned).toBe(once);
});
