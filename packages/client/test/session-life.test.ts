import {
  type SessionEndListener,
  type SessionStore,
  type StoredSession,
  memoryCache,
  memorySessionStore,
} from '@streamone/client';
import { application, user } from '@streamone/core';
import { describe, expect, test, vi } from 'vitest';
import { type Reply, by, refusal, reset, success } from './scripted-server.ts';
import { APP_PSK, LOGIN, START, app, keyOf, signedWith, startSessionPlatform } from './session-platform.ts';
import { errorOf } from './test-client.ts';

describe('the time of a session', () => {
  test('is prolonged by what an answer says', async () => {
    await using platform = await startSessionPlatform({
      timeout: 100,
      other: (_request, path) => (path === 'item/view' ? success([], { sessiontimeout: 40 }) : undefined),
    });
    const person = await platform.client().login(LOGIN);
    const { session } = person.options;
    platform.now += 90_000;
    await person.user.viewme();
    expect(session?.expiresAt).toEqual(new Date(START + 190_000));
    await person.item.view();
    expect(session?.expiresAt).toEqual(new Date(START + 130_000));
  });

  test('is prolonged by a refusal too, and by nothing that says nothing', async () => {
    await using platform = await startSessionPlatform({
      timeout: 100,
      other: (_request, path) => {
        const header = { status: 120, statusmessage: 'no', sessiontimeout: 70 };
        if (path === 'item/view') return { body: JSON.stringify({ header, body: null }) };
        if (path === 'user/view') return refusal(4);
        if (path === 'api/info') return success({}, { sessiontimeout: 'soon' });
        if (path === 'role/view') return success([], { sessiontimeout: -1 });
        return undefined;
      },
    });
    const person = await platform.client().login(LOGIN);
    platform.now += 50_000;
    await errorOf(person.item.view());
    const after = new Date(START + 120_000);
    expect(person.options.session?.expiresAt).toEqual(after);
    platform.now += 10_000;
    await errorOf(person.user.view());
    await person.api.info();
    await person.role.view();
    expect(person.options.session?.expiresAt).toEqual(after);
  });

  test('is never prolonged by a cached answer', async () => {
    await using platform = await startSessionPlatform({
      timeout: 100,
      other: (_request, path) =>
        path === 'item/view' ? success([], { cacheable: true, sessiontimeout: 100 }) : undefined,
    });
    const cache = memoryCache({ lifetime: 1000, clock: () => platform.now });
    const person = await platform.client({ cache }).login(LOGIN);
    await person.item.view();
    platform.now += 60_000;
    expect((await person.item.view().response()).cached).toBe(true);
    expect(person.options.session?.expiresAt).toEqual(new Date(START + 100_000));
    platform.now += 40_000;
    expect(await errorOf(person.item.view())).toMatchObject({ status: 282, attempts: 0 });
  });

  test('that ran out by the clock here ends it, with nothing sent', async () => {
    await using platform = await startSessionPlatform({ timeout: 100 });
    const person = await platform.client().login(LOGIN);
    const { session } = person.options;
    const heard = vi.fn<SessionEndListener>();
    person.on('sessionend', heard);
    const before = platform.requests.length;
    platform.now += 99_999;
    expect(session?.active).toBe(true);
    platform.now += 1;
    expect(session?.active).toBe(false);
    for (let at = 0; at < 2; at++) {
      const error = await errorOf(person.item.create({ title: 'x' }));
      expect(error).toMatchObject({
        name: 'SessionError',
        status: 282,
        attempts: 0,
        command: 'item',
        action: 'create',
      });
      expect(error.message).toMatch(/its time ran out by the clock of this machine; nothing was sent/);
      expect(error.requestId).toMatch(/./);
    }
    expect(platform.requests).toHaveLength(before);
    expect(heard.mock.calls).toEqual([['expired']]);
    expect(await session?.ended).toBe('expired');
  });

  test('that an answer gives counts, though it came late', async () => {
    let answer: (() => void) | undefined;
    await using platform = await startSessionPlatform({
      timeout: 100,
      other: (request, path) => {
        if (path !== 'item/view') return undefined;
        const reply = by(() => success([], { sessiontimeout: 100 }));
        return (socket) => {
          answer = () => {
            if (typeof reply === 'function') reply(socket, request);
          };
        };
      },
    });
    const person = await platform.client().login(LOGIN);
    const call = person.item.view();
    await vi.waitFor(() => expect(platform.asked('item/view')).toHaveLength(1));
    platform.now += 150_000;
    expect(person.options.session?.active).toBe(false);
    answer?.();
    await call;
    expect(person.options.session?.active).toBe(true);
  });
});

describe('a session that the platform refuses', () => {
  test('is over: told once, and nothing more is sent', async () => {
    await using platform = await startSessionPlatform();
    const person = await platform.client().login(LOGIN);
    const { session } = person.options;
    const heard = vi.fn<SessionEndListener>();
    const failing = vi.fn<SessionEndListener>(() => {
      throw new Error('a listener that throws');
    });
    const left = vi.fn<SessionEndListener>();
    person.on('sessionend', failing);
    person.on('sessionend', heard);
    person.on('sessionend', left)();
    platform.dead.add('s1');
    const errors = await Promise.all(
      [person.item.view(), person.item.view(), person.with({ retry: 1 }).user.viewme()].map(errorOf),
    );
    for (const error of errors) expect(error).toMatchObject({ name: 'SessionError', status: 282, attempts: 1 });
    const sent = platform.requests.length;
    const later = await errorOf(person.item.view());
    expect(later).toMatchObject({ status: 282, attempts: 0 });
    expect(later.message).toContain('the platform had refused it before; nothing was sent');
    expect(platform.requests).toHaveLength(sent);
    expect(heard.mock.calls).toEqual([['refused']]);
    expect(failing).toHaveBeenCalledTimes(1);
    expect(left).not.toHaveBeenCalled();
    expect(await session?.ended).toBe('refused');
    expect(session?.active).toBe(false);
  });

  test('leaves the store', async () => {
    await using platform = await startSessionPlatform();
    const store = memorySessionStore();
    const person = await platform.client({ store }).login(LOGIN);
    expect(await store.load('s1')).toBeDefined();
    platform.dead.add('s1');
    await errorOf(person.item.view());
    await vi.waitFor(async () => expect(await store.load('s1')).toBeUndefined());
  });

  test('is told as what it is, whatever the store does', async () => {
    await using platform = await startSessionPlatform();
    const store = { ...memorySessionStore(), remove: () => Promise.reject(new Error('disk full')) };
    const person = await platform.client({ store }).login(LOGIN);
    const heard = vi.fn<SessionEndListener>();
    person.on('sessionend', heard);
    platform.dead.add('s1');
    expect(await errorOf(person.item.view())).toMatchObject({ status: 282 });
    expect(heard).toHaveBeenCalledOnce();
  });

  test('is not another: what 280, 281 or 4 say does not end it', async () => {
    let status = 4;
    await using platform = await startSessionPlatform({
      other: (_request, path) => (path === 'item/view' ? refusal(status) : undefined),
    });
    const person = await platform.client().login(LOGIN);
    for (status of [4, 280, 281, 10]) await errorOf(person.item.view());
    expect(person.options.session?.active).toBe(true);
  });
});

describe('logout', () => {
  test('sends session/delete once, signed by the session, in no account; twice is harmless', async () => {
    await using platform = await startSessionPlatform();
    const store = memorySessionStore();
    const person = await platform.client({ store }).login(LOGIN);
    const { session } = person.options;
    const heard = vi.fn<SessionEndListener>();
    person.on('sessionend', heard);
    await Promise.all([person.logout(), person.logout(), person.with({}).logout()]);
    await person.logout();
    const [request, ...more] = platform.asked('session/delete');
    expect(more).toEqual([]);
    expect(request && signedWith(request, APP_PSK + keyOf('s1'))).toBe(true);
    expect(request?.query.get('account')).toBeNull();
    expect(await session?.ended).toBe('logout');
    expect(heard.mock.calls).toEqual([['logout']]);
    expect(await store.load('s1')).toBeUndefined();
    const error = await errorOf(person.item.view());
    expect(error).toMatchObject({ status: 282, attempts: 0 });
    expect(error.message).toContain('it was ended by logout; nothing was sent');
  });

  /** What the platform says, and whether it matters: a session that may live on is told of. */
  const answers: [name: string, reply: Reply, rejected: string | undefined][] = [
    ['282, which is what was wanted', refusal(282), undefined],
    ['a refusal while it is read-only', refusal(10), 'ReadOnlyError'],
    ['an internal error', refusal(1), 'InternalError'],
    ['HTTP 500', { status: 500, body: 'oops' }, 'HttpError'],
    ['nothing: the connection breaks', reset, 'NetworkError'],
  ];
  test.for(answers)('forgets the session when the answer is %s', async ([, reply, rejected]) => {
    await using platform = await startSessionPlatform({
      other: (_request, path) => (path === 'session/delete' ? reply : undefined),
    });
    const store = memorySessionStore();
    const person = await platform.client({ store, retry: 2 }).login(LOGIN);
    const { session } = person.options;
    const outcome = await person.logout().then(
      () => undefined,
      (error: Error) => error.name,
    );
    expect(outcome).toBe(rejected);
    expect(platform.asked('session/delete')).toHaveLength(1);
    expect(await session?.ended).toBe('logout');
    expect(await store.load('s1')).toBeUndefined();
    await person.logout();
    expect(platform.asked('session/delete')).toHaveLength(1);
  });

  test('of a session whose time is over sends nothing', async () => {
    await using platform = await startSessionPlatform({ timeout: 100 });
    const person = await platform.client().login(LOGIN);
    platform.now += 100_000;
    await person.logout();
    expect(platform.asked('session/delete')).toHaveLength(0);
    expect(await person.options.session?.ended).toBe('logout');
  });

  test('tells when the store still holds the session, and tries that again', async () => {
    await using platform = await startSessionPlatform();
    const memory = memorySessionStore();
    let full = true;
    const store: SessionStore = {
      ...memory,
      remove: async (id) => (full ? Promise.reject(new Error('disk full')) : memory.remove(id)),
    };
    const person = await platform.client({ store }).login(LOGIN);
    expect(await errorOf(person.logout())).toMatchObject({ message: 'disk full' });
    expect(person.options.session?.active).toBe(false);
    full = false;
    await person.logout();
    expect(await memory.load('s1')).toBeUndefined();
    expect(platform.asked('session/delete')).toHaveLength(1);
  });

  test('comes by itself with await using', async () => {
    await using platform = await startSessionPlatform();
    {
      await using person = await platform.client().login(LOGIN);
      await person.item.view();
    }
    expect(platform.asked('session/delete')).toHaveLength(1);
  });

  test('of a client without a session is a mistake, as is listening to one; await using closes it', async () => {
    await using platform = await startSessionPlatform();
    await using client = platform.client();
    expect(await errorOf(client.logout())).toMatchObject({ name: 'InvalidArgumentError' });
    expect(() => client.on('sessionend', () => undefined)).toThrow(/expected a client with a session/);
    const person = await client.login(LOGIN);
    expect(() => person.on('sesionend' as never, () => undefined)).toThrow(/event: expected "sessionend"/);
  });

  test('also happens by the command session', async () => {
    await using platform = await startSessionPlatform();
    const store = memorySessionStore();
    const person = await platform.client({ store }).login(LOGIN);
    const heard = vi.fn<SessionEndListener>();
    person.on('sessionend', heard);
    await person.session.delete();
    expect(heard.mock.calls).toEqual([['logout']]);
    expect(await person.options.session?.ended).toBe('logout');
    await vi.waitFor(async () => expect(await store.load('s1')).toBeUndefined());
    expect(await errorOf(person.session.delete())).toMatchObject({ status: 282, attempts: 0 });
    await person.logout();
    expect(platform.asked('session/delete')).toHaveLength(1);
  });
});

describe('derived clients', () => {
  test('share the session, and its end', async () => {
    await using platform = await startSessionPlatform();
    const person = await platform.client().login(LOGIN);
    const other = person.with({ account: 'Ac2' });
    expect(other.options.session).toBe(person.options.session);
    await other.logout();
    expect(await errorOf(person.item.view())).toMatchObject({ status: 282, attempts: 0 });
  });

  test('leave it when somebody else signs', async () => {
    await using platform = await startSessionPlatform();
    const person = await platform.client().login(LOGIN);
    const other = person.with({ auth: user({ id: 'Us9', psk: 'x'.repeat(32) }) });
    expect(other.options.session).toBeUndefined();
    await person.logout();
    await other.item.view();
    const last = platform.requests.at(-1);
    expect([last?.query.get('user'), last?.query.get('session')]).toEqual(['Us9', null]);
    expect(await errorOf(other.logout())).toMatchObject({ name: 'InvalidArgumentError' });
  });
});

describe('a session is resumed', () => {
  test('as it was saved, with JSON between', async () => {
    await using platform = await startSessionPlatform({ timeout: 100 });
    const first = await platform.client().login(LOGIN);
    const saved = JSON.parse(JSON.stringify(first.options.session?.save())) as StoredSession;
    const store = memorySessionStore();
    const second = await platform.client({ store }).resume(saved);
    expect((await second.user.viewme()).id).toBe('s1');
    expect(second.options.session).toMatchObject({ id: 's1', user: 'Us1', timeout: 100 });
    expect(await store.load('s1')).toMatchObject({ key: keyOf('s1') });
    const last = platform.requests.at(-1);
    expect(last && signedWith(last, APP_PSK + keyOf('s1'))).toBe(true);
  });

  test('by its ID from a store that clients share; what one ends is over for the other', async () => {
    await using platform = await startSessionPlatform();
    const store = memorySessionStore();
    const first = await platform.client({ store }).login(LOGIN);
    const second = await platform.client({ store }).resume('s1');
    expect((await second.user.viewme()).id).toBe('s1');
    await first.logout();
    expect(await errorOf(second.user.viewme())).toMatchObject({ status: 282, attempts: 1 });
    expect(await errorOf(platform.client({ store }).resume('s1'))).toMatchObject({
      name: 'InvalidArgumentError',
      argument: 'session',
    });
  });

  test('and used by one client does not run out for the other', async () => {
    await using platform = await startSessionPlatform({ timeout: 100 });
    const store = memorySessionStore();
    const first = await platform.client({ store }).login(LOGIN);
    const second = await platform.client({ store }).resume('s1');
    platform.now += 90_000;
    await first.user.viewme();
    platform.now += 90_000;
    expect((await second.user.viewme()).id).toBe('s1');
    platform.now += 100_000;
    expect(await errorOf(second.user.viewme())).toMatchObject({ status: 282, attempts: 0 });
    await vi.waitFor(async () => expect(await store.load('s1')).toBeUndefined());
  });

  test('with the time that is left, by answers since', async () => {
    await using platform = await startSessionPlatform({ timeout: 100 });
    const store = memorySessionStore();
    const first = await platform.client({ store }).login(LOGIN);
    platform.now += 50_000;
    await first.user.viewme();
    await vi.waitFor(async () => expect((await store.load('s1'))?.expiresAt).toBe(START + 150_000));
    const second = await platform.client({ store }).resume('s1');
    expect(second.options.session?.expiresAt).toEqual(new Date(START + 150_000));
  });

  test('with the time that is left, of a short session too', async () => {
    await using platform = await startSessionPlatform({ timeout: 5 });
    const store = memorySessionStore();
    const person = await platform.client({ store }).login(LOGIN);
    platform.now += 3000;
    await person.user.viewme();
    await vi.waitFor(async () => expect((await store.load('s1'))?.expiresAt).toBe(START + 8000));
  });

  test('is not saved at each answer', async () => {
    await using platform = await startSessionPlatform();
    const memory = memorySessionStore();
    const save = vi.fn<SessionStore['save']>((session) => memory.save(session));
    const person = await platform.client({ store: { ...memory, save } }).login(LOGIN);
    for (let at = 0; at < 20; at++) {
      platform.now += 1000;
      await person.user.viewme();
    }
    expect(save).toHaveBeenCalledTimes(3);
  });

  test('never after its end: a slow save does not undo the removal', async () => {
    await using platform = await startSessionPlatform();
    const memory = memorySessionStore();
    let slow = 0;
    const store: SessionStore = {
      ...memory,
      save: async (session) => {
        await new Promise((resolve) => setTimeout(resolve, slow));
        await memory.save(session);
      },
    };
    const person = await platform.client({ store }).login(LOGIN);
    slow = 60;
    platform.now += 20_000;
    await person.user.viewme();
    await person.logout();
    await new Promise((resolve) => setTimeout(resolve, 80));
    expect(await memory.load('s1')).toBeUndefined();
  });

  test('though the store fails while it is used', async () => {
    await using platform = await startSessionPlatform();
    const store = memorySessionStore();
    const person = await platform.client({ store }).login(LOGIN);
    store.save = () => {
      throw new Error('at once, and not by a promise');
    };
    platform.now += 20_000;
    expect((await person.user.viewme()).id).toBe('s1');
  });

  const whole: StoredSession = { id: 's1', key: keyOf('s1'), user: 'Us1', timeout: 100, expiresAt: START + 1000 };
  const bad: [name: string, saved: unknown, argument: string][] = [
    ['null', null, 'session'],
    ['nothing', undefined, 'session'],
    ['a number', 5, 'session'],
    ['no ID', { ...whole, id: undefined }, 'id'],
    ['an empty ID', { ...whole, id: '' }, 'id'],
    ['no key', { ...whole, key: undefined }, 'key'],
    ['a key that is no text', { ...whole, key: { text: keyOf('s1') } }, 'key'],
    ['no user', { ...whole, user: undefined }, 'user'],
    ['a timeout that is no number', { ...whole, timeout: '100' }, 'timeout'],
    ['an end that is a date', { ...whole, expiresAt: '2026-01-01' }, 'expiresAt'],
    ['an end that JSON lost', { ...whole, expiresAt: null }, 'expiresAt'],
    ['an unknown ID', 'nosuch', 'session'],
  ];
  test.for(bad)('not from %s', async ([, saved, argument]) => {
    await using platform = await startSessionPlatform();
    const error = await errorOf(platform.client().resume(saved as StoredSession));
    expect(error).toMatchObject({ name: 'InvalidArgumentError', argument });
    expect(error.message + JSON.stringify(error)).not.toContain('canary');
    if (typeof saved === 'string' || saved === null || typeof saved !== 'object') return;
    const store = { ...memorySessionStore(), load: async () => saved as StoredSession };
    expect(await errorOf(platform.client({ store }).resume('s1'))).toMatchObject({ argument });
  });

  test('whose time is over, and tells so at the first call', async () => {
    await using platform = await startSessionPlatform();
    const person = await platform.client().resume({ ...whole, expiresAt: START });
    expect(person.options.session?.active).toBe(false);
    expect(await errorOf(person.item.view())).toMatchObject({ status: 282, attempts: 0 });
  });
});

describe('the key of the application is changed', () => {
  test('and a session that lives signs with the new one from its next attempt on', async () => {
    await using platform = await startSessionPlatform();
    let psk = APP_PSK;
    const s1 = platform.client({ auth: () => application({ id: 'Ap1', psk }) });
    const person = await s1.login(LOGIN);
    await person.user.viewme();
    psk = 'canary-another-application-key-x';
    await person.user.viewme();
    const [before, after] = platform.asked('user/viewme');
    if (before === undefined || after === undefined) throw new Error('two requests were expected');
    expect(signedWith(before, APP_PSK + keyOf('s1'))).toBe(true);
    expect(signedWith(after, psk + keyOf('s1'))).toBe(true);
  });

  test('one that is none any more is told, and nothing is sent', async () => {
    await using platform = await startSessionPlatform();
    let given = app;
    const person = await platform.client({ auth: () => given }).login(LOGIN);
    given = user({ id: 'u', psk: 'k' }) as never;
    expect(await errorOf(person.user.viewme())).toMatchObject({ name: 'InvalidArgumentError', argument: 'auth' });
    expect(platform.asked('user/viewme')).toHaveLength(0);
  });
});
