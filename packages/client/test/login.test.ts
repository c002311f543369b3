import { type LoginInput, createClient, memorySessionStore } from '@streamone/client';
import { application, session, user } from '@streamone/core';
import { allCommands } from '@streamone/core/catalogue';
import { describe, expect, test } from 'vitest';
import { vectors } from '../../core/test/vectors.ts';
import { refusal, reset, startScriptedServer, success } from './scripted-server.ts';
import {
  APP_PSK,
  LOGIN,
  START,
  app,
  argumentsOf,
  keyOf,
  pathOf,
  signedWith,
  startSessionPlatform,
} from './session-platform.ts';
import { errorOf } from './test-client.ts';

interface PasswordCase {
  readonly name: string;
  readonly password: string;
  readonly salt: string;
  readonly challenge: string;
  readonly response: string;
  readonly v2hash: string;
  readonly contract: 'same' | 'refused';
}

const golden = (vectors('passwords') as readonly PasswordCase[]).filter(({ password }) => password !== '');

const key = await crypto.subtle.generateKey({ name: 'HMAC', hash: 'SHA-1' }, false, ['sign']);

describe('a login', () => {
  test.for(golden.filter(({ contract }) => contract === 'same').map((each) => [each.name, each] as const))(
    'answers the challenge as the vectors say: %s',
    async ([, { password, salt, challenge, response, v2hash }]) => {
      for (const needsv2hash of [false, true]) {
        await using server = await startScriptedServer([
          success({ challenge, salt, needsv2hash }),
          success({ id: 's1', key: keyOf('s1'), timeout: 3600, user: 'Us1' }),
          success({ id: 'Us1' }, { sessiontimeout: 3600 }),
        ]);
        const client = createClient({ auth: app, url: server.url, commands: allCommands });
        const person = await client.login({ username: 'Žižka', password, ip: '2001:db8::7' });
        await person.user.viewme();
        const [initialize, create, viewme, ...more] = server.requests.map((request) => ({
          path: pathOf(request),
          arguments: argumentsOf(request),
          session: request.query.get('session'),
          type: request.query.get('authentication_type'),
        }));
        const type = 'application';
        expect(initialize).toEqual({
          path: 'session/initialize',
          arguments: { user: 'Žižka', userip: '2001:db8::7' },
          session: null,
          type,
        });
        expect(create).toEqual({
          path: 'session/create',
          arguments: { challenge, response, ...(needsv2hash && { v2hash }) },
          session: null,
          type,
        });
        expect(viewme).toEqual({ path: 'user/viewme', arguments: {}, session: 's1', type });
        expect(more).toEqual([]);
      }
    },
  );

  test('with an invalid salt yields no response: nothing is created, and the error names the scheme', async () => {
    const refused = golden.filter(({ contract }) => contract === 'refused');
    expect(refused.length).toBeGreaterThan(4);
    for (const { password, salt, challenge } of refused) {
      await using server = await startScriptedServer([success({ challenge, salt, needsv2hash: true })]);
      const error = await errorOf(createClient({ auth: app, url: server.url }).login({ ...LOGIN, password }));
      expect(error).toMatchObject({ name: 'InvalidArgumentError', argument: 'salt' });
      expect(error.message).toMatch(/The scheme of this salt is/);
      expect(server.requests.map(pathOf)).toEqual(['session/initialize']);
    }
  });

  test("signs with the application's key, and what follows with both", async () => {
    await using platform = await startSessionPlatform();
    const client = platform.client();
    const person = await client.login(LOGIN);
    await person.item.view();
    await client.item.view();
    const [initialize, create, view, byApplication] = platform.requests;
    for (const request of [initialize, create, byApplication])
      expect(request && signedWith(request, APP_PSK)).toBe(true);
    expect(view && signedWith(view, APP_PSK + keyOf('s1'))).toBe(true);
    expect(byApplication?.query.get('session')).toBeNull();
  });

  test('asks in no account; the client that it gives acts in that of its parent', async () => {
    await using platform = await startSessionPlatform();
    const person = await platform
      .client({ accounts: ['Ac1', 'Ac2'], account: undefined, timezone: 'Asia/Tokyo' })
      .login(LOGIN);
    await person.item.view();
    expect(platform.requests.map(({ query }) => query.get('account'))).toEqual([null, null, 'Ac1,Ac2']);
    expect(platform.requests[2]?.query.get('timezone')).toBe('Asia/Tokyo');
  });

  test('tells whose session it is and until when', async () => {
    await using platform = await startSessionPlatform({ timeout: 900 });
    const client = platform.client();
    const person = await client.login(LOGIN);
    expect(client.options.session).toBeUndefined();
    expect(person.options.session).toMatchObject({ id: 's1', user: 'Us1', timeout: 900, active: true });
    expect(person.options.session?.expiresAt).toEqual(new Date(START + 900_000));
  });

  const wrong: [name: string, input: unknown, argument: string][] = [
    ['no input', undefined, 'username'],
    ['null', null, 'username'],
    ['no username', { password: 'p', ip: 'i' }, 'username'],
    ['an empty username', { ...LOGIN, username: '' }, 'username'],
    ['no password', { username: 'u', ip: 'i' }, 'password'],
    ['a password that is no text', { ...LOGIN, password: ['canary-password'] }, 'password'],
    ['no address', { username: 'u', password: 'p' }, 'ip'],
    ['a number for an address', { ...LOGIN, ip: 4 }, 'ip'],
  ];
  test.for(wrong)('is refused with %s, and nothing is sent', async ([, input, argument]) => {
    await using platform = await startSessionPlatform();
    const error = await errorOf(platform.client().login(input as LoginInput));
    expect(error).toMatchObject({ name: 'InvalidArgumentError', argument });
    expect(JSON.stringify(error) + error.message).not.toContain('canary');
    expect(platform.requests).toHaveLength(0);
  });

  const others = [
    ['a user', user({ id: 'Us1', psk: 'x'.repeat(32) })],
    ['a session', session(app, { id: 's', key: 'k' })],
    ['an application whose key is a CryptoKey', application({ id: 'Ap1', psk: key })],
  ] as const;
  test.for(others)('of %s is a mistake in the program, and nothing is sent', async ([, auth]) => {
    await using platform = await startSessionPlatform();
    for (const asked of [auth, () => auth]) {
      const client = platform.client({ auth: asked });
      expect(await errorOf(client.login(LOGIN))).toMatchObject({ name: 'InvalidArgumentError', argument: 'auth' });
      expect(await errorOf(client.resume('s1'))).toMatchObject({ name: 'InvalidArgumentError', argument: 'auth' });
    }
    expect(platform.requests).toHaveLength(0);
  });

  test('takes no option that it does not know, nor a relogin that is no function', async () => {
    await using platform = await startSessionPlatform();
    const client = platform.client();
    expect(await errorOf(client.login(LOGIN, { relogn: 1 } as never))).toMatchObject({ given: '"relogn"' });
    expect(await errorOf(client.login(LOGIN, { relogin: LOGIN as never }))).toMatchObject({ argument: 'relogin' });
    expect(platform.requests).toHaveLength(0);
  });

  test('that the platform refuses is a SessionError that says no more, and is not repeated', async () => {
    await using platform = await startSessionPlatform({
      other: (_request, path) => (path === 'session/create' ? refusal(281, 'session invalid') : undefined),
    });
    const error = await errorOf(platform.client({ retry: 2 }).login(LOGIN));
    expect(error).toMatchObject({
      name: 'SessionError',
      status: 281,
      command: 'session',
      action: 'create',
      attempts: 1,
    });
    expect(platform.requests).toHaveLength(2);
  });

  test('that is throttled is a RateLimitedError at once: trying on would prolong it', async () => {
    await using platform = await startSessionPlatform({ other: () => refusal(8, 'too many') });
    const error = await errorOf(platform.client({ retry: 5 }).login(LOGIN));
    expect(error).toMatchObject({ name: 'RateLimitedError', action: 'initialize', attempts: 1 });
    expect(platform.requests).toHaveLength(1);
  });

  test('whose answer is lost is a NetworkError, and not repeated', async () => {
    await using platform = await startSessionPlatform({
      other: (_request, path) => (path === 'session/create' ? reset : undefined),
    });
    expect(await errorOf(platform.client({ retry: 2 }).login(LOGIN))).toMatchObject({
      name: 'NetworkError',
      sent: 'unknown',
    });
    expect(platform.asked('session/create')).toHaveLength(1);
  });

  const halves = { id: 's1', key: keyOf('s1'), timeout: 3600, user: 'Us1' };
  test.for([
    ['id', { ...halves, id: '' }],
    ['key', { ...halves, key: 5_555_555 }],
    ['key', { ...halves, key: undefined }],
    ['timeout', { ...halves, timeout: 'canary-long' }],
    ['timeout', { ...halves, timeout: undefined }],
  ] as const)('whose session has a bad %s gives none', async ([path, answer]) => {
    await using platform = await startSessionPlatform({
      other: (_request, asked) => (asked === 'session/create' ? success(answer) : undefined),
    });
    const error = await errorOf(platform.client().login(LOGIN));
    expect(error).toMatchObject({ name: 'MismatchError', command: 'session', action: 'create' });
    expect(error.message).toContain(`${path} should be`);
    expect(error.message + JSON.stringify(error)).not.toMatch(/canary-key|5555555/);
  });

  test.for(['initialize', 'create'])('can be ended while session/%s is on its way', async (action) => {
    await using platform = await startSessionPlatform({
      other: (_request, path) =>
        path === `session/${action}` ? () => controller.abort(new Error('enough')) : undefined,
    });
    const controller = new AbortController();
    const error = await errorOf(platform.client().login(LOGIN, { signal: controller.signal }));
    expect(error).toMatchObject({ name: 'AbortedError', command: 'session', action });
    expect(platform.asked('session/create')).toHaveLength(action === 'create' ? 1 : 0);
  });

  test('can be ended before it begins', async () => {
    await using platform = await startSessionPlatform();
    const error = await errorOf(platform.client().login(LOGIN, { signal: AbortSignal.abort() }));
    expect(error).toMatchObject({ name: 'AbortedError', attempts: 0 });
    expect(platform.requests).toHaveLength(0);
  });

  test('that the store can not keep is no login', async () => {
    await using platform = await startSessionPlatform();
    const store = { ...memorySessionStore(), save: () => Promise.reject(new Error('disk full')) };
    expect(await errorOf(platform.client({ store }).login(LOGIN))).toMatchObject({ message: 'disk full' });
  });

  test('of two people at once mixes nothing up', async () => {
    await using platform = await startSessionPlatform();
    const client = platform.client();
    const people = await Promise.all(Array.from({ length: 4 }, () => client.login(LOGIN)));
    const ids = people.map(({ options }) => options.session?.id ?? '');
    expect(new Set(ids).size).toBe(4);
    const seen = await Promise.all([...people, ...people].map((person) => person.user.viewme()));
    expect(seen.map(({ id }) => id)).toEqual([...ids, ...ids]);
    for (const request of platform.asked('user/viewme')) {
      expect(signedWith(request, APP_PSK + keyOf(request.query.get('session') ?? ''))).toBe(true);
    }
    await people[0]?.logout();
    expect(people.map(({ options }) => options.session?.active)).toEqual([false, true, true, true]);
  });
});
