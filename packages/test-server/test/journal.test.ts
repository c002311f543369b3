import { expect, test } from 'vitest';
import { createTestServer } from '../src/index.js';
import { ask, signFor, view } from './ask.js';

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

test('is not filled by large bodies', async () => {
  const server = createTestServer();
  const { account } = server.credentials;
  await ask(server, { account, args: { nonsense: 'x'.repeat(500_000) } });
  const [entry] = server.journal.entries();
  expect(entry).toMatchObject({ status: 6, arguments: {}, explanation: { argument: 'nonsense' } });
});
