import { expect, test } from 'vitest';
import { createTestServer } from '../src/index.js';
import { ask, signFor, view } from './ask.js';
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
