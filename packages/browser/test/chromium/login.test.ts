import { describe, expect, test } from 'vitest';
import { hasChromium } from '../../../../scripts/chromium/open-chromium.ts';
import { EDITOR, chromiumSite } from './chromium-site.ts';

describe.skipIf(!hasChromium)('a person who logs in through a gateway, in Chromium', () => {
  const at = chromiumSite();

  test('answers the challenge in a worker, shows progress, and the page goes on meanwhile', async () => {
    const workers: string[] = [];
    at.page.on('worker', (worker) => workers.push(worker.url()));
    const told = await at.page.evaluate(async (editor) => {
      const { client, told: events } = globalThis.streamone.open();
      const progress: number[] = [];
      let ticks = 0;
      const watch = setInterval(() => (ticks += 1), 5);
      const session = await client.login({ ...editor, onProgress: (done) => progress.push(done) });
      clearInterval(watch);
      return {
        progress,
        ticks,
        events,
        session,
        same: client.with({}).session === client.session,
        me: (await client.user.viewme()).id,
        left: session.expiresAt.getTime() - Date.now(),
      };
    }, EDITOR);
    expect(told.me).toBe(told.session.user);
    expect(told).toMatchObject({ same: true, events: [['session', told.me]] });
    expect(told.left).toBeGreaterThan(3_590_000);
    expect(told.progress).toEqual([...new Set(told.progress)].toSorted((a, b) => a - b));
    expect([told.progress[0], told.progress.at(-1)]).toEqual([0, 1]);
    expect(told.progress.length).toBeGreaterThan(2);
    expect(workers).toEqual([`${at.site.url}/login-worker.js`]);
    // The page never had bcrypt, so nothing of it was computed there. How long it stood still says more of this machine.
    expect(at.sent.filter((text) => text.startsWith(`${at.site.url}/answer-challenge`))).toEqual([]);
    expect(told.ticks).toBeGreaterThan(10);
  });

  test('keeps the password to the page, and every other secret to the gateway', async () => {
    await at.page.evaluate((editor) => globalThis.streamone.open().client.login(editor), EDITOR);
    const secrets = [...at.site.secrets(), EDITOR.password];
    const seen = at.sent.join('\n') + JSON.stringify(at.site.platform.journal.entries());
    const stored = await at.page.evaluate(() =>
      JSON.stringify([Object.entries(localStorage), Object.entries(sessionStorage), document.cookie]),
    );
    expect(secrets.filter((secret) => seen.includes(secret) || stored.includes(secret))).toEqual([]);
    expect(at.sent.some((text) => text.includes('"response"'))).toBe(true);
  });

  test('a wrong password, a wrong name, and none', async () => {
    const told = await at.page.evaluate(async (editor) => {
      const { open, errorOf } = globalThis.streamone;
      const { client, told: events } = open();
      return {
        errors: [
          await errorOf(client.login({ ...editor, password: 'wrong' })),
          await errorOf(client.login({ ...editor, password: '' })),
          await errorOf(client.login({ username: '', password: 'x' })),
        ],
        events,
        session: client.session,
      };
    }, EDITOR);
    expect(told).toMatchObject({
      errors: [
        { name: 'SessionError', status: 281, command: 'session', action: 'create' },
        { name: 'InvalidArgumentError', argument: 'password' },
        { name: 'InvalidArgumentError', argument: 'username' },
      ],
      events: [],
    });
    expect(JSON.stringify(told)).not.toContain('wrong');
  });

  test('a page that is loaded again finds the session; one where nobody is logged in finds none', async () => {
    const resume = () =>
      at.page.evaluate(async () => {
        const { client, told } = globalThis.streamone.open();
        const before = client.session;
        const session = await client.resume();
        return { before, session, told, longest: session?.endsAt && session.endsAt.getTime() - Date.now() };
      });
    expect(await resume()).toEqual({ before: undefined, session: null, told: [['session', null]], longest: undefined });
    await at.page.evaluate((editor) => globalThis.streamone.open().client.login(editor), EDITOR);
    await at.page.reload();
    const found = await resume();
    expect(found).toMatchObject({ before: undefined, told: [['session', found.session?.user]] });
    expect(found.longest).toBeGreaterThan(43_100_000);
  });

  test('what was told of the time before a login does not count', async () => {
    const told = await at.page.evaluate(async (editor) => {
      // oxlint-disable-next-line unicorn/consistent-function-scoping -- what runs in the page can't reach outside
      const slow = async (url: string, init: RequestInit): Promise<Response> => {
        const answer = await fetch(url, init);
        if (url.endsWith('/session')) await new Promise((resolve) => setTimeout(resolve, 3000));
        return answer;
      };
      const { client, told: events } = globalThis.streamone.open({ fetch: slow });
      const asked = client.resume();
      const { user } = await client.login(editor);
      return { user, resumed: (await asked)?.user, now: client.session?.user, events };
    }, EDITOR);
    const { user } = told;
    expect(told).toEqual({ user, resumed: user, now: user, events: [['session', user]] });
  });

  test('logs out once and for all', async () => {
    const told = await at.page.evaluate(async (editor) => {
      const { open, errorOf } = globalThis.streamone;
      const { client, told: events } = open();
      const { user } = await client.login(editor);
      await client.logout();
      await client.logout();
      return { user, events, session: client.session, error: await errorOf(client.user.viewme()) };
    }, EDITOR);
    expect(told).toMatchObject({ session: null, error: { name: 'GatewayError', code: 'no-session' } });
    expect(told.events).toEqual([
      ['session', told.user],
      ['session', null],
      ['logout', 'logout'],
    ]);
    expect(at.site.asked().filter((path) => path.startsWith('session/'))).toEqual([
      'session/initialize',
      'session/create',
      'session/delete',
    ]);
  });

  test('a session that the platform ended is over with the next call; each answer prolongs one that lives', async () => {
    const prolonged = await at.page.evaluate(async (editor) => {
      globalThis.opened = globalThis.streamone.open();
      const { client } = globalThis.opened;
      const { expiresAt } = await client.login(editor);
      await new Promise((resolve) => setTimeout(resolve, 1100));
      await client.user.viewme();
      return (client.session?.expiresAt.getTime() ?? 0) - expiresAt.getTime();
    }, EDITOR);
    expect(prolonged).toBeGreaterThan(0);
    const { sessions } = at.site.platform.state;
    for (const { id } of sessions) sessions.remove(id);
    const told = await at.page.evaluate(async () => {
      const { client, told: events } = globalThis.opened;
      const error = await globalThis.streamone.errorOf(client.user.viewme());
      return { error, events: events.slice(1), session: client.session };
    });
    expect(told).toMatchObject({
      error: { name: 'SessionError', status: 282, attempts: 1 },
      events: [
        ['session', null],
        ['logout', 'ended'],
      ],
      session: null,
    });
  });

  test.for([['before it began'], ['while it computes']] as const)('a signal ends a login %s', async ([when]) => {
    const told = await at.page.evaluate(
      async ([editor, moment]) => {
        const { open, errorOf } = globalThis.streamone;
        const { client } = open();
        const ends = new AbortController();
        if (moment === 'before it began') ends.abort();
        const onProgress = (done: number): void => {
          if (done > 0) ends.abort();
        };
        return {
          error: await errorOf(client.login({ ...editor, signal: ends.signal, onProgress })),
          session: client.session,
        };
      },
      [EDITOR, when] as const,
    );
    expect(told).toMatchObject({ error: { name: 'AbortedError' } });
    expect(told.session).toBeUndefined();
    expect(at.sent.some((text) => text.includes('"response"'))).toBe(false);
    await expect.poll(() => at.page.workers()).toEqual([]);
  });

  test("logs in with a worker of the page's own, and on the page where there can be none", async () => {
    const told = await at.page.evaluate(async (editor) => {
      const { open } = globalThis.streamone;
      const logins: Record<string, number[]> = {};
      const loginWorkers: Record<string, () => Worker> = {
        own: () => new Worker('/login-worker.js', { type: 'module', name: 'own' }),
        throwing: () => {
          throw new DOMException('no', 'SecurityError');
        },
        missing: () => new Worker('/nowhere.js', { type: 'module' }),
        broken: () => new Worker('/broken.js', { type: 'module' }),
        another: () => new Worker('/talks.js', { type: 'module' }),
      };
      for (const [name, loginWorker] of Object.entries(loginWorkers)) {
        const progress: number[] = [];
        await open({ loginWorker }).client.login({ ...editor, onProgress: (done) => progress.push(done) });
        logins[name] = progress;
      }
      return logins;
    }, EDITOR);
    expect(Object.keys(told)).toEqual(['own', 'throwing', 'missing', 'broken', 'another']);
    expect(at.sent.filter((text) => text.includes('/heard'))).toEqual([]);
    for (const progress of Object.values(told)) {
      expect([progress[0], progress.at(-1)]).toEqual([0, 1]);
      expect(progress.length).toBeGreaterThan(2);
    }
  });

  test('a gateway that lets no hash of version 2 pass says so before anything is computed', async () => {
    const { users } = at.site.platform.state;
    const editor = users.find(({ username }) => username === EDITOR.username);
    users.update(editor?.id ?? '', { needsv2hash: true });
    const error = await at.page.evaluate((who) => {
      const { open, errorOf } = globalThis.streamone;
      return errorOf(open().client.login(who));
    }, EDITOR);
    users.update(editor?.id ?? '', { needsv2hash: false });
    expect(error).toMatchObject({ name: 'GatewayError', code: 'v2hash-not-allowed' });
  });
});

describe.skipIf(!hasChromium)('a session that nobody uses', () => {
  const at = chromiumSite({ limits: { idle: 3000, loginsPerMinute: 1000 } });

  test('is over by itself, unless another tab goes on with it', async () => {
    const told = await at.page.evaluate(async (editor) => {
      const { open } = globalThis.streamone;
      const { client, told: events } = open();
      const { client: other } = open();
      await client.login(editor);
      const began = performance.now();
      const use = setInterval(() => void other.user.viewme(), 500);
      await new Promise((resolve) => setTimeout(resolve, 4500));
      const before = events.length;
      clearInterval(use);
      await new Promise<void>((resolve) => client.on('logout', () => resolve()));
      return { before, events: events.slice(1), lasted: performance.now() - began };
    }, EDITOR);
    expect(told).toMatchObject({
      before: 1,
      events: [
        ['session', null],
        ['logout', 'ended'],
      ],
    });
    expect(told.lasted).toBeGreaterThan(6500);
  });
});

describe.skipIf(!hasChromium)('a gateway that lets the hash of version 2 pass', () => {
  const at = chromiumSite({ allowV2Hash: true });

  test('it is sent for who needs it, and for nobody else', async () => {
    const { users } = at.site.platform.state;
    const editor = users.find(({ username }) => username === EDITOR.username);
    const login = () =>
      at.page.evaluate(async (who) => (await globalThis.streamone.open().client.login(who)).user, EDITOR);
    await login();
    expect(at.sent.join()).not.toContain('v2hash');
    users.update(editor?.id ?? '', { needsv2hash: true });
    expect(await login()).toBe(editor?.id);
    users.update(editor?.id ?? '', { needsv2hash: false });
    expect(at.sent.filter((text) => text.includes('"v2hash":"bcea5b6b3a78702a4246dd28f4c7ac27"'))).toHaveLength(1);
  });
});

describe.skipIf(!hasChromium)('a site whose policy forbids workers', () => {
  const policy = "default-src 'none'; script-src 'self'; worker-src 'none'; connect-src 'self'; img-src data:";
  const at = chromiumSite({ policy }, /worker-src/);

  test('logs people in all the same', async () => {
    const told = await at.page.evaluate(async (who) => {
      const progress: number[] = [];
      const { user } = await globalThis.streamone.open().client.login({ ...who, onProgress: (d) => progress.push(d) });
      return { user, steps: progress.length };
    }, EDITOR);
    expect(told.user).toMatch(/./);
    expect(told.steps).toBeGreaterThan(2);
    expect(at.sent.some((text) => text.startsWith(`${at.site.url}/answer-challenge`))).toBe(true);
  });
});
