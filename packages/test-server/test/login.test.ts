import { beforeEach, describe, expect, test } from 'vitest';
import { passwordResponse } from '@streamone/core/password';
import { type TestServer, createTestServer } from '../src/index.js';
import { ask } from './ask.js';
import { bcryptHashes, create, initialize, login, respond } from './login.js';

let server: TestServer;
beforeEach(() => {
  server = createTestServer();
  server.clock.set(new Date('2026-05-04T03:02:01Z'));
  server.clock.freeze();
});

function explained(): string | undefined {
  return server.journal.entries().at(-1)?.explanation?.summary;
}

function userNamed(username: string) {
  const found = server.state.users.find((user) => user.username === username);
  if (found === undefined) throw new Error(`no user ${username}`);
  return found;
}

async function answerWrongly(userip = '192.0.2.1'): Promise<number> {
  const { header, body } = await initialize(server, 'editor', userip);
  if (header.status !== 0) return header.status;
  return (await create(server, { challenge: body.challenge, response: respond('x'.repeat(60), body.challenge) })).header
    .status;
}

test('the login of the credentials works with the password response of core', async () => {
  for (const scenario of ['studio', 'empty']) {
    const own = createTestServer({ scenario });
    const { username, password } = own.credentials.login;
    const { challenge, salt } = (await initialize(own, username)).body;
    const response = await passwordResponse({ password, salt, challenge });
    expect((await create(own, { challenge, response })).body.user).toBe(own.credentials.user.id);
  }
});

describe('session/initialize', () => {
  test('an unknown user has a salt of the same form, the same at every time, another for another name', async () => {
    const salts = await Promise.all(
      ['editor', 'nobody', 'nobody', 'somebody', 'é'].map(async (name) => (await initialize(server, name)).body),
    );
    for (const { salt, challenge, needsv2hash } of salts) {
      expect(salt).toMatch(/^\$2y\$12\$[a-z0-9]{22}$/);
      expect(challenge).toMatch(/^[A-Za-z0-9]{32}$/);
      expect(needsv2hash).toBe(false);
    }
    const [editor, nobody, again, somebody] = salts.map(({ salt }) => salt);
    expect(nobody).toBe(again);
    expect(new Set([editor, nobody, somebody]).size).toBe(3);
    const other = createTestServer({ seed: 2 });
    expect((await initialize(other, 'nobody')).body.salt).not.toBe(nobody);
    expect((await initialize(createTestServer(), 'nobody')).body.salt).toBe(nobody);
    expect(new Set(salts.map(({ challenge }) => challenge)).size).toBe(5);
  });

  test('a user without a password has a made-up salt too, and can not log in', async () => {
    server.state.users.update(userNamed('editor').id, { password: null });
    const { challenge, salt } = (await initialize(server)).body;
    expect(salt).toMatch(/^\$2y\$12\$[a-z0-9]{22}$/);
    expect((await create(server, { challenge, response: respond(bcryptHashes.editor, challenge) })).header.status).toBe(
      281,
    );
    expect(explained()).toContain('has no password yet');
  });
});

interface WrongLogin {
  readonly name: string;
  readonly says: string;
  readonly user?: string;
  readonly prepare?: () => void;
  readonly between?: (challenge: string) => Promise<void> | void;
  readonly answer?: (challenge: string) => Readonly<Record<string, string>>;
}

const right = (challenge: string) => ({ challenge, response: respond(bcryptHashes.editor, challenge) });

const wrongLogins: WrongLogin[] = [
  { name: 'an unknown user', user: 'nobody', says: 'There is no user "nobody"' },
  {
    name: 'a wrong password',
    answer: (challenge) => ({ challenge, response: respond(bcryptHashes.reader, challenge) }),
    says: 'The password is wrong',
  },
  {
    name: 'a response for another challenge',
    answer: (challenge) => ({ challenge, response: respond(bcryptHashes.editor, 'another') }),
    says: 'The password is wrong',
  },
  {
    name: 'no Base64',
    answer: (challenge) => ({ challenge, response: '?!' }),
    says: 'no Base64',
  },
  {
    name: 'a response that is too short',
    answer: (challenge) => ({ challenge, response: btoa('short') }),
    says: 'does not hold 60 bytes',
  },
  { name: 'an unknown challenge', answer: () => right('A'.repeat(32)), says: 'The challenge is unknown' },
  {
    name: 'a challenge that is 30 seconds old',
    between: () => server.clock.advance(30),
    says: 'The challenge expired 0 seconds ago; it lives for 30 seconds',
  },
  {
    name: 'a used challenge',
    between: async (challenge) => void (await create(server, right(challenge))),
    says: 'The challenge was used before',
  },
  {
    name: 'a challenge that was answered wrongly before',
    between: async (challenge) => void (await create(server, { challenge, response: 'AAAA' })),
    says: 'The challenge was used before',
  },
  {
    name: 'an inactive user',
    prepare: () => void server.state.users.update(userNamed('editor').id, { active: false }),
    says: 'The user "editor" is not active',
  },
  {
    name: 'a user who may not log in',
    prepare: () => void server.state.users.update(userNamed('editor').id, { sessionsenabled: false }),
    says: 'sessionsenabled is false',
  },
  {
    name: 'a wrong v2 hash',
    prepare: () => void server.state.users.update(userNamed('editor').id, { needsv2hash: true }),
    answer: (challenge) => ({ ...right(challenge), v2hash: '0'.repeat(32) }),
    says: 'The v2 hash is wrong',
  },
];

describe('session/create', () => {
  test.each(wrongLogins)('281 for $name, without detail', async ({ user, prepare, between, answer = right, says }) => {
    prepare?.();
    const { challenge } = (await initialize(server, user)).body;
    await between?.(challenge);
    const sessions = server.state.sessions.size;
    const { header, body } = await create(server, answer(challenge));
    expect(header).toEqual({
      status: 281,
      statusmessage: 'session refused (bad challenge, user or password)',
      apiversion: 3,
      cacheable: false,
      timezone: 'Europe/Amsterdam',
    });
    expect(body).toBeNull();
    expect(explained()).toContain(says);
    expect(server.state.sessions.size).toBe(sessions);
  });

  test('a challenge is good for just under 30 seconds, and for its application alone', async () => {
    const { challenge } = (await initialize(server)).body;
    server.clock.advance(29.9);
    expect((await create(server, right(challenge))).header.status).toBe(0);
    const second = (await initialize(server)).body.challenge;
    const other = server.state.applications.add({
      ...[...server.state.applications][0],
      id: 'anotherappli',
    } as never);
    const args = right(second);
    const wish = { path: '/api/session/create', type: 'application', key: other, args } as const;
    expect((await ask(server, wish)).header.status).toBe(281);
    expect(explained()).toContain('another application');
  });

  test('280 where the v2 hash is needed and missing; with it the login works', async () => {
    const editor = userNamed('editor');
    server.state.users.update(editor.id, { needsv2hash: true });
    const first = (await initialize(server)).body;
    expect(first.needsv2hash).toBe(true);
    expect((await create(server, right(first.challenge))).header.status).toBe(280);
    expect(explained()).toContain('needsv2hash');
    const { challenge } = (await initialize(server)).body;
    const v2hash = editor.password?.v2hash ?? '';
    expect((await create(server, { ...right(challenge), v2hash: '' })).header.status).toBe(280);
    const again = (await initialize(server)).body.challenge;
    expect((await create(server, { ...right(again), v2hash })).header.status).toBe(0);
  });

  test('6 without challenge or response', async () => {
    expect((await create(server, { response: 'x' })).header.status).toBe(6);
    expect((await create(server, { challenge: 'x' })).header.status).toBe(6);
  });
});

describe('the rate limit of failed logins', () => {
  test('status 8 by address; after a pause it opens again', async () => {
    for (let count = 0; count < 5; count++) {
      expect(await answerWrongly()).toBe(281);
      server.clock.advance(10);
    }
    expect(await answerWrongly()).toBe(8);
    expect(explained()).toContain('opens again in 250 seconds');
    expect(await answerWrongly('192.0.2.2')).toBe(281);
    server.clock.advance(249);
    expect(await answerWrongly()).toBe(8);
    server.clock.advance(1);
    expect(await answerWrongly()).toBe(281);
  });

  test('a challenge from before does not get around it, and is not used up', async () => {
    server.state.maxFailedLogins = 2;
    server.state.failedLoginWindow = 20;
    const { challenge } = (await initialize(server)).body;
    await answerWrongly();
    await answerWrongly();
    expect((await create(server, right(challenge))).header.status).toBe(8);
    server.clock.advance(20);
    expect((await create(server, right(challenge))).header.status).toBe(0);
  });

  test('right logins and unanswered challenges do not count', async () => {
    for (let count = 0; count < 8; count++) {
      await initialize(server);
      await login(server);
    }
    expect(await answerWrongly()).toBe(281);
  });
});
