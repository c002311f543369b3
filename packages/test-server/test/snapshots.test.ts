import { expect, test } from 'vitest';
import { type TestServer, createTestServer } from '../src/index.js';
import { ask, view } from './ask.js';
import { create, initialize, login, viewme } from './login.js';

async function createItem(server: TestServer): Promise<string> {
  const { account } = server.credentials;
  return (await ask<{ id: string }>(server, { path: '/api/item/create', account, args: { title: 'new' } })).body.id;
}

/** Every record, in order. */
function records(server: TestServer): unknown {
  const { state } = server;
  const collections = Object.entries(state).filter(
    ([, value]) => typeof value === 'object' && Symbol.iterator in value,
  );
  return Object.fromEntries(collections.map(([name, value]) => [name, [...(value as Iterable<unknown>)]]));
}

test('brings everything back, and the same future', async () => {
  const server = createTestServer();
  const { state } = server;
  const { items } = state;
  const session = await login(server);
  await initialize(server);
  await ask(server, { path: '/api/uploadtoken/create', account: server.credentials.account });
  state.maxLimit = 7;
  const before = records(server);
  const titles = (await view(server, { limit: '7', orderfield: 'title' })).body.map(({ title }) => title);
  const snapshot = server.snapshot();
  const futures: unknown[] = [];
  for (let round = 0; round < 2; round++) {
    const item = await createItem(server);
    const { challenge } = (await initialize(server)).body;
    for (let count = 0; count < 5; count++) {
      const asked = (await initialize(server)).body;
      await create(server, { challenge: asked.challenge, response: 'wrong' });
    }
    expect((await initialize(server)).header.status).toBe(8);
    state.sessions.remove(session.id);
    for (const { id } of items) {
      if ([...state.playlists].every(({ entries }) => entries.every((entry) => entry.item !== id))) items.remove(id);
    }
    state.readOnly = true;
    state.maxLimit = 1000;
    futures.push([item, challenge]);
    server.restore(snapshot);
    expect(records(server)).toEqual(before);
    expect(state.items).toBe(items);
    expect(state.readOnly).toBe(false);
    expect(state.maxLimit).toBe(7);
    expect((await initialize(server)).header.status).toBe(0);
    expect((await view(server, { limit: '7', orderfield: 'title' })).body.map(({ title }) => title)).toEqual(titles);
    expect((await viewme(server, session)).header.status).toBe(0);
    server.restore(snapshot);
  }
  expect(futures[0]).toEqual(futures[1]);
});

test('keeps references whole afterwards', async () => {
  const server = createTestServer();
  const { state } = server;
  const snapshot = server.snapshot();
  const session = await login(server);
  server.restore(snapshot);
  expect(state.sessions.get(session.id)).toBeUndefined();
  await login(server);
  const { account } = server.credentials;
  expect(() => state.accounts.remove(account)).toThrow('nothing refers to');
  // A session goes with its user, before and after.
  const user = state.users.find(({ username }) => username === 'former');
  const [application] = state.applications;
  state.sessions.add({ user: user?.id ?? '', application: application?.id ?? '' });
  state.users.remove(user?.id ?? '');
  expect(state.sessions.size).toBe(1);
  server.restore(snapshot);
  expect(state.users.get(user?.id ?? '')).toEqual(user);
  expect(state.sessions.size).toBe(0);
});

test('leaves faults and the journal as they are', async () => {
  const server = createTestServer();
  const snapshot = server.snapshot();
  server.faults.add({ status: 8, command: 'user' });
  await view(server);
  server.restore(snapshot);
  expect(server.faults.entries()).toHaveLength(1);
  expect(server.journal.entries()).toHaveLength(1);
});

test('of a clock, how it is set', () => {
  let real = Date.parse('2026-05-01T12:00:00Z');
  const server = createTestServer({ clock: () => real });
  const untouched = server.snapshot();
  expect(untouched.taken).toEqual(new Date(real));
  server.clock.advance(100);
  const ahead = server.snapshot();
  server.clock.set(new Date('2020-01-01T00:00:00Z'));
  server.clock.freeze();
  const frozen = server.snapshot();
  real += 60_000;
  server.restore(ahead);
  expect(server.clock.now()).toBe(real + 100_000);
  server.restore(frozen);
  expect(server.clock.now()).toBe(Date.parse('2020-01-01T00:00:00Z'));
  expect(server.clock.frozen).toBe(true);
  server.restore(untouched);
  expect(server.clock.now()).toBe(real);
  server.clock.advance(1);
  server.clock.reset();
  expect(server.clock.now()).toBe(real);
});

test('a reset keeps what a test holds, and snapshots hold on', async () => {
  const server = createTestServer({ seed: 9 });
  const {
    credentials,
    state,
    state: { items, sessions },
  } = server;
  const before = records(server);
  const future = await createItem(server);
  const later = server.snapshot();
  const session = await login(server);
  items.add({ account: credentials.account, title: 'more' });
  state.failedLogins.set('192.0.2.9', [1, 2, 3]);
  state.sessionTimeout = 5;
  server.reset();
  expect(records(server)).toEqual(before);
  expect(before).toEqual(records(createTestServer({ seed: 9 })));
  expect([server.state, server.state.items, server.state.sessions]).toEqual([state, items, sessions]);
  expect(server.state.items).toBe(items);
  expect(state.failedLogins.size).toBe(0);
  expect(state.sessionTimeout).toBe(3600);
  expect(server.credentials).toBe(credentials);
  expect((await viewme(server, session)).header.status).toBe(282);
  expect(await createItem(server)).toBe(future);
  server.restore(later);
  expect(items.get(future)).toMatchObject({ title: 'new' });
});

test('a snapshot of another server is refused', () => {
  const snapshot = createTestServer().snapshot();
  const server = createTestServer();
  expect(() => server.restore(snapshot)).toThrow('this very server');
  expect(() => server.restore({ taken: new Date() })).toThrow('this very server');
});

test('nothing of the state is left out of a snapshot', () => {
  const { state } = createTestServer();
  const fields: [string, unknown][] = Object.entries(state);
  const kinds = new Set(['boolean', 'number', 'string', 'function']);
  const others = fields
    .filter(([, value]) => !kinds.has(typeof value))
    .map(([name, value]) => [name, value?.constructor.name]);
  // A field of another kind has to be taken care of in state-contents.ts. The shelf is reckoned from the items.
  for (const [name, kind] of others)
    expect(kind, name).toMatch(name === 'shelf' ? 'ItemShelf' : /^(?:Collection|Map)$/);
});
