import { beforeEach, describe, expect, test } from 'vitest';
import { type TestServer, createTestServer } from '../src/index.js';
import { adapters } from './adapters.js';
import { ask, view } from './ask.js';
import { bcryptHashes, create, initialize, login, respond, viewme } from './login.js';

let server: TestServer;
beforeEach(() => {
  server = createTestServer();
  server.clock.set(new Date('2026-05-04T03:02:01Z'));
  server.clock.freeze();
});

function explained(): string | undefined {
  return server.journal.entries().at(-1)?.explanation?.summary;
}

describe.each(adapters)('over $name', (adapter) => {
  test('login, work, logout', async () => {
    const own = await adapter.start();
    const { header, body } = await initialize(own, 'editor', '192.0.2.7', adapter);
    expect(header).toEqual({
      status: 0,
      statusmessage: 'OK',
      apiversion: 3,
      cacheable: false,
      timezone: 'Europe/Amsterdam',
    });
    const { challenge } = body;
    const session = (await create(own, { challenge, response: respond(bcryptHashes.editor, challenge) }, adapter)).body;
    expect(session).toEqual({
      id: expect.stringMatching(/^[\w-]{12}$/) as string,
      key: expect.stringMatching(/^[A-Za-z0-9]{32}$/) as string,
      timeout: 3600,
      user: own.credentials.user.id,
    });
    const me = await viewme(own, session, adapter);
    expect(me).toMatchObject({ header: { status: 0, sessiontimeout: 3600 }, body: { username: 'editor' } });
    const gone = await ask(own, { path: '/api/session/delete', session }, adapter);
    expect(gone).toMatchObject({ header: { status: 0, sessiontimeout: 0 }, body: null });
    const dead = await viewme(own, session, adapter);
    expect(dead).toMatchObject({ header: { status: 282 }, body: null });
    expect(dead.header).not.toHaveProperty('sessiontimeout');
    await own.close();
  });
});

describe('requests in a session', () => {
  test('are signed with the application’s key and the session’s key behind it', async () => {
    const session = await login(server);
    const other = await login(server);
    for (const key of ['', other.key, session.key.slice(1)]) {
      expect((await viewme(server, { id: session.id, key })).header.status).toBe(3);
    }
    expect((await viewme(server, session)).header.status).toBe(0);
  });

  test('282 for an unknown session, and through another application', async () => {
    const session = await login(server);
    expect((await viewme(server, { ...session, id: 'sC5tGogRgBow' })).header.status).toBe(282);
    const other = server.state.applications.add({
      ...[...server.state.applications][0],
      id: 'anotherappli',
    } as never);
    const { header } = await ask(server, { path: '/api/user/viewme', session, key: other });
    expect(header.status).toBe(282);
    expect(explained()).toContain('another application');
  });

  test('have the rights, the zone and the name of the user', async () => {
    const session = await login(server, 'reader');
    const academy = server.state.accounts.find(({ name }) => name === 'Academy')?.id ?? '';
    const seen = await view(server, { limit: '1' }, { session, account: academy });
    expect(seen.header).toMatchObject({ status: 0, timezone: 'Asia/Tokyo', sessiontimeout: 3600 });
    expect(Object.keys(seen.header)).toEqual([
      'status',
      'statusmessage',
      'apiversion',
      'cacheable',
      'count',
      'sessiontimeout',
      'timezone',
    ]);
    // The application may, the user may not.
    const refused = await view(server, {}, { session });
    expect(refused.header).toMatchObject({ status: 4, sessiontimeout: 3600 });
    expect(explained()).toContain('The user (in a session)');
    const editor = await login(server);
    const made = await ask<{ readonly id: string }>(server, {
      path: '/api/item/create',
      session: editor,
      account: academy,
    });
    expect(server.state.items.get(made.body.id)?.user).toBe(editor.user);
  });

  test('put off the end of the session, refused ones too', async () => {
    const session = await login(server);
    for (let count = 0; count < 3; count++) {
      server.clock.advance(3599);
      expect((await view(server, {}, { session, account: 'nowhere' })).header).toMatchObject({
        status: 290,
        sessiontimeout: 3600,
      });
    }
    server.clock.advance(3600);
    expect((await viewme(server, session)).header.status).toBe(282);
    expect(explained()).toContain('timed out 0 seconds ago, after 3600 seconds without a request');
  });

  test('the timeout can be set', async () => {
    server.state.sessionTimeout = 60;
    const session = await login(server);
    expect(session.timeout).toBe(60);
    server.clock.advance(59);
    expect((await viewme(server, session)).header.sessiontimeout).toBe(60);
    server.clock.advance(60);
    expect((await viewme(server, session)).header.status).toBe(282);
  });

  test('a session dies with its user', async () => {
    const session = await login(server);
    server.state.users.update(session.user, { active: false });
    expect((await viewme(server, session)).header.status).toBe(282);
    server.state.users.update(session.user, { active: true, sessionsenabled: false });
    expect((await viewme(server, session)).header.status).toBe(282);
    server.state.users.update(session.user, { sessionsenabled: true });
    expect((await viewme(server, session)).header.status).toBe(0);
    const reader = await login(server, 'reader');
    for (const item of [...server.state.items].filter(({ user }) => user === reader.user)) {
      server.state.items.update(item.id, { user: null });
    }
    server.state.users.remove(reader.user);
    expect((await viewme(server, reader)).header.status).toBe(282);
  });
});

test('what ended long ago is forgotten', async () => {
  const session = await login(server);
  for (let count = 0; count < 3; count++) await initialize(server);
  server.clock.advance(3600 + 3599);
  await initialize(server);
  expect([server.state.sessions.size, server.state.challenges.size]).toEqual([1, 1]);
  expect((await viewme(server, session)).header.status).toBe(282);
  server.clock.advance(2);
  await initialize(server);
  expect(server.state.sessions.size).toBe(0);
});

const right = (challenge: string) => ({ challenge, response: respond(bcryptHashes.editor, challenge) });

test('while read-only, sessions are neither made nor ended nor extended, but work', async () => {
  const session = await login(server);
  const { challenge } = (await initialize(server)).body;
  server.state.readOnly = true;
  expect((await initialize(server)).header.status).toBe(10);
  expect((await create(server, right(challenge))).header.status).toBe(10);
  expect((await ask(server, { path: '/api/session/delete', session })).header.status).toBe(10);
  server.clock.advance(100.5);
  expect((await viewme(server, session)).header).toMatchObject({ status: 0, sessiontimeout: 3499 });
  server.clock.advance(3400);
  expect((await viewme(server, session)).header).toMatchObject({ status: 0, sessiontimeout: 99 });
  server.state.readOnly = false;
  expect((await viewme(server, session)).header).toMatchObject({ status: 0, sessiontimeout: 3600 });
});

describe('the kind of actor', () => {
  test.each([
    ['/api/session/initialize', { user: 'editor', userip: '192.0.2.1' }, 'authentication_type=application'],
    ['/api/session/create', { challenge: 'x', response: 'x' }, 'authentication_type=application'],
    ['/api/session/delete', {}, 'add the parameter "session"'],
  ])('%s with user authentication: 4', async (path, args, says) => {
    expect((await ask(server, { path, args })).header.status).toBe(4);
    expect(explained()).toContain(says);
  });

  test('logins are not for sessions, and only sessions can be ended', async () => {
    const session = await login(server);
    const args = { user: 'editor', userip: '192.0.2.1' };
    expect((await ask(server, { path: '/api/session/initialize', session, args })).header.status).toBe(4);
    expect((await ask(server, { path: '/api/session/delete', type: 'application' })).header.status).toBe(4);
  });
});
