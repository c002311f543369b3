import { type LoginInput, type SessionEnd, type SessionEndListener, memorySessionStore } from '@streamone/client';
import { describe, expect, test, vi } from 'vitest';
import { refusal, reset, success } from './scripted-server.ts';
import { APP_PSK, LOGIN, START, keyOf, pathOf, signedWith, startSessionPlatform } from './session-platform.ts';
import { errorOf, keptLog } from './test-client.ts';

type Relogin = (end: SessionEnd) => LoginInput | Promise<LoginInput>;

const again = async (): Promise<LoginInput> => LOGIN;

describe('a session that died is followed by another', () => {
  test('and the call is repeated once, in it, also a write', async () => {
    await using platform = await startSessionPlatform();
    const relogin = vi.fn<Relogin>(again);
    const log = keptLog();
    const person = await platform.client({ log: log.log }).login(LOGIN, { relogin });
    const heard = vi.fn<SessionEndListener>();
    person.on('sessionend', heard);
    const first = person.options.session;
    platform.dead.add('s1');
    const { attempts, requestId } = await person.item.create({ title: 'x' }).response();
    expect(attempts).toBe(2);
    expect(platform.requests.map((request) => [pathOf(request), request.query.get('session')])).toEqual([
      ['session/initialize', null],
      ['session/create', null],
      ['item/create', 's1'],
      ['session/initialize', null],
      ['session/create', null],
      ['item/create', 's2'],
    ]);
    const last = platform.requests.at(-1);
    expect(last && signedWith(last, APP_PSK + keyOf('s2'))).toBe(true);
    expect(log.events.filter((event) => event.requestId === requestId).map(({ attempt }) => attempt)).toEqual([
      1, 1, 2, 2,
    ]);
    expect(relogin.mock.calls).toEqual([['refused']]);
    expect(heard).not.toHaveBeenCalled();
    expect(await first?.ended).toBe('refused');
    expect(person.options.session).toMatchObject({ id: 's2', active: true });
  });

  test('before anything is sent in one whose time ran out', async () => {
    await using platform = await startSessionPlatform({ timeout: 100 });
    const relogin = vi.fn<Relogin>(again);
    const person = await platform.client().login(LOGIN, { relogin });
    platform.now += 100_000;
    expect((await person.user.viewme().response()).attempts).toBe(1);
    expect(platform.asked('user/viewme').map(({ query }) => query.get('session'))).toEqual(['s2']);
    expect(relogin.mock.calls).toEqual([['expired']]);
  });

  test.for([0, 20])('once for many calls at once, with a store that takes %i ms', async (slow) => {
    await using platform = await startSessionPlatform();
    const relogin = vi.fn<Relogin>(again);
    const memory = memorySessionStore();
    const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, slow * Math.random()));
    const store = { ...memory, remove: (id: string) => pause().then(() => memory.remove(id)) };
    const person = await platform.client({ store }).login(LOGIN, { relogin });
    for (let round = 1; round <= 3; round++) {
      platform.dead.add(`s${round}`);
      const calls = Array.from({ length: 12 }, (_, at) => person.with({ account: `Ac${at}` }).user.viewme());
      const late = pause().then(() => person.item.create({ title: 'x' }));
      const seen = await Promise.all(calls);
      await late;
      expect(new Set(seen.map(({ id }) => id))).toEqual(new Set([`s${round + 1}`]));
      expect(relogin).toHaveBeenCalledTimes(round);
    }
    expect(platform.asked('session/create')).toHaveLength(4);
  });

  test('for a call that was on its way while others found it dead', async () => {
    let hold: (() => void) | undefined;
    await using platform = await startSessionPlatform({
      other: (request, path) =>
        path === 'item/view' && request.query.get('session') === 's1'
          ? (socket) => {
              const body = '{"header":{"status":282,"statusmessage":"dead"},"body":null}';
              hold = () => socket.write(`HTTP/1.1 200 OK\r\nContent-Length: ${body.length}\r\n\r\n${body}`);
            }
          : undefined,
    });
    const relogin = vi.fn<Relogin>(again);
    const person = await platform.client().login(LOGIN, { relogin });
    const early = person.item.view();
    await vi.waitFor(() => expect(hold).toBeDefined());
    platform.dead.add('s1');
    expect((await person.user.viewme()).id).toBe('s2');
    hold?.();
    await early;
    expect(relogin).toHaveBeenCalledTimes(1);
    expect(person.options.session).toMatchObject({ id: 's2', active: true });
  });

  test('whose time is then kept by its own answers, from the repeated call on', async () => {
    await using platform = await startSessionPlatform({ timeout: 100 });
    const person = await platform.client().login(LOGIN, { relogin: again });
    platform.dead.add('s1');
    await person.item.view();
    platform.now += 50_000;
    platform.dead.add('s2');
    await person.item.view();
    expect(person.options.session?.expiresAt).toEqual(new Date(START + 150_000));
  });

  test('also between two attempts of a call: what the answer says is of the session that signed it', async () => {
    await using platform = await startSessionPlatform({
      timeout: 100,
      other: (request, path) => {
        if (path !== 'item/view') return undefined;
        if (platform.asked('item/view').length === 1)
          return { status: 503, body: 'busy', headers: [['Retry-After', '1']] };
        return platform.dead.has(request.query.get('session') ?? '') ? undefined : success([], { sessiontimeout: 999 });
      },
    });
    const person = await platform.client().login(LOGIN, { relogin: again });
    const first = person.options.session;
    const call = person.item.view({}, { retry: 1 }).response();
    await vi.waitFor(() => expect(platform.asked('item/view')).toHaveLength(1));
    platform.dead.add('s1');
    await person.user.viewme();
    expect((await call).attempts).toBe(3);
    expect(platform.asked('item/view').map(({ query }) => query.get('session'))).toEqual(['s1', 's1', 's2']);
    expect(person.options.session?.expiresAt).toEqual(new Date(START + 999_000));
    expect(first?.expiresAt).toEqual(new Date(START + 100_000));
  });

  test('but a call is sent no third time', async () => {
    await using platform = await startSessionPlatform({
      other: (_request, path) => (path === 'item/view' ? refusal(282) : undefined),
    });
    const relogin = vi.fn<Relogin>(again);
    const person = await platform.client().login(LOGIN, { relogin });
    expect(await errorOf(person.item.view())).toMatchObject({ status: 282, attempts: 2 });
    expect(platform.asked('item/view')).toHaveLength(2);
    expect(relogin).toHaveBeenCalledTimes(1);
    expect(person.options.session).toMatchObject({ id: 's2', active: false });
    expect((await person.user.viewme()).id).toBe('s3');
  });

  test('but not for session/*', async () => {
    await using platform = await startSessionPlatform();
    const relogin = vi.fn<Relogin>(again);
    const person = await platform.client().login(LOGIN, { relogin });
    platform.dead.add('s1');
    expect(await errorOf(person.session.delete())).toMatchObject({ status: 282 });
    const other = await platform.client().login(LOGIN, { relogin });
    platform.dead.add('s2');
    expect(await errorOf(other.session.initialize({ user: 'u', userip: 'i' }))).toMatchObject({ status: 282 });
    await other.logout();
    expect(relogin).not.toHaveBeenCalled();
  });

  test('in the memory of one that shares it, not in that of another', async () => {
    await using platform = await startSessionPlatform();
    const client = platform.client();
    const person = await client.login(LOGIN, { relogin: again });
    const other = await client.login(LOGIN);
    platform.dead.add('s1');
    await person.item.view();
    expect(person.options.session?.id).toBe('s3');
    expect(other.options.session).toMatchObject({ id: 's2', active: true });
  });

  test('without the signal of the first login', async () => {
    await using platform = await startSessionPlatform();
    const controller = new AbortController();
    const person = await platform.client().login(LOGIN, { relogin: again, signal: controller.signal });
    controller.abort();
    platform.dead.add('s1');
    expect((await person.user.viewme()).id).toBe('s2');
  });

  test('unless it was ended by logout, also with calls on their way', async () => {
    await using platform = await startSessionPlatform({
      other: (_request, path) => {
        if (path === 'session/delete') return success(null, {}, { delay: 60 });
        return path === 'item/view' && platform.asked('session/delete').length > 0 ? refusal(282) : undefined;
      },
    });
    const relogin = vi.fn<Relogin>(again);
    const person = await platform.client().login(LOGIN, { relogin });
    const heard = vi.fn<SessionEndListener>();
    person.on('sessionend', heard);
    const leaving = person.logout();
    await vi.waitFor(() => expect(platform.asked('session/delete')).toHaveLength(1));
    expect(await errorOf(person.item.view())).toMatchObject({ status: 282 });
    await leaving;
    expect(await errorOf(person.item.view())).toMatchObject({ status: 282, attempts: 0 });
    expect(relogin).not.toHaveBeenCalled();
    expect(heard.mock.calls).toEqual([['logout']]);
    expect(await person.options.session?.ended).toBe('logout');
  });

  test('unless it is ended by logout at this very moment', async () => {
    await using platform = await startSessionPlatform();
    const relogin = vi.fn<Relogin>(again);
    const person = await platform.client().login(LOGIN, { relogin });
    platform.dead.add('s1');
    await errorOf(person.session.initialize({ user: 'u', userip: 'i' }));
    const leaving = person.logout();
    expect(await errorOf(person.item.view())).toMatchObject({ status: 282, attempts: 0 });
    await leaving;
    expect(relogin).not.toHaveBeenCalled();
  });

  test('and logout while it is begun ends that one', async () => {
    await using platform = await startSessionPlatform();
    let go: ((input: LoginInput) => void) | undefined;
    const person = await platform.client().login(LOGIN, {
      relogin: () => new Promise((resolve) => (go = resolve)),
    });
    platform.dead.add('s1');
    const call = person.item.view().catch((error: unknown) => error);
    await vi.waitFor(() => expect(go).toBeDefined());
    const leaving = person.logout();
    go?.(LOGIN);
    await leaving;
    await call;
    expect(platform.asked('session/delete').map(({ query }) => query.get('session'))).toEqual(['s2']);
    expect(person.options.session).toMatchObject({ id: 's2', active: false });
  });
});

describe('a login that fails the second time', () => {
  const failures: [name: string, relogin: Relogin, said: RegExp, cause: object][] = [
    [
      'as the hook throws',
      () => Promise.reject(new Error('vault: no psk=canary-psk')),
      /vault: no psk=\[redacted\]/,
      { name: 'Error' },
    ],
    [
      'as the hook throws at once',
      () => {
        throw new TypeError('oops');
      },
      /oops/,
      { name: 'TypeError' },
    ],
    ['as the hook throws no error', () => Promise.reject('nobody there'), /nobody there/, { name: 'Error' }],
    ['as the hook gives nothing', () => undefined as never, /username/, { name: 'InvalidArgumentError' }],
    ['as the password is wrong', () => ({ ...LOGIN, username: 'wrong' }), /281/, { name: 'SessionError', status: 281 }],
    ['as the network fails', () => ({ ...LOGIN, username: 'lost' }), /session\/initialize/, { name: 'NetworkError' }],
  ];
  test.for(failures)('%s, ends it for good, with a clear error', async ([, hook, said, cause]) => {
    await using platform = await startSessionPlatform({
      other: ({ body }, path) => {
        if (path === 'session/initialize' && body.includes('user=lost')) return reset;
        return path === 'session/create' && platform.requests.at(-2)?.body.includes('user=wrong')
          ? refusal(281)
          : undefined;
      },
    });
    const relogin = vi.fn<Relogin>(hook);
    const person = await platform.client().login(LOGIN, { relogin });
    const heard = vi.fn<SessionEndListener>();
    person.on('sessionend', heard);
    platform.dead.add('s1');
    const errors = await Promise.all([person.item.view(), person.user.viewme()].map(errorOf));
    for (const error of errors) {
      expect(error).toMatchObject({ name: 'SessionError', status: 282, attempts: 1 });
      expect(error.message).toMatch(/logging in again failed: /);
      expect(error.message).toMatch(said);
      expect(error.cause).toMatchObject(cause);
      expect(error.message + JSON.stringify(error)).not.toContain('canary');
    }
    expect(errors.map(({ action }) => action)).toEqual(['view', 'viewme']);
    expect(relogin).toHaveBeenCalledTimes(1);
    expect(heard.mock.calls).toEqual([['refused']]);
    const sent = platform.requests.length;
    expect(await errorOf(person.item.view())).toMatchObject({ status: 282, attempts: 0 });
    expect(relogin).toHaveBeenCalledTimes(1);
    expect(platform.requests).toHaveLength(sent);
    await person.logout();
  });

  test('is not waited for by who ends the call', async () => {
    await using platform = await startSessionPlatform({ timeout: 100 });
    const person = await platform.client().login(LOGIN, { relogin: () => new Promise<never>(() => undefined) });
    const controller = new AbortController();
    platform.now += 100_000;
    const call = errorOf(person.item.view({}, { signal: controller.signal }));
    const aborted = errorOf(person.item.view({}, { signal: AbortSignal.abort() }));
    setTimeout(() => controller.abort(new Error('enough')), 20);
    expect(await aborted).toMatchObject({ name: 'AbortedError', attempts: 0, sent: 'no' });
    expect(await call).toMatchObject({ name: 'AbortedError', attempts: 0, sent: 'no', cause: { message: 'enough' } });
  });
});
