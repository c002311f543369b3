// oxlint-disable unicorn/consistent-function-scoping -- what only one test needs is read beside it
import { memorySessionStore } from '@streamone/client';
import { describe, expect, test } from 'vitest';
import { HASHES, respond, startSite } from './gateway-site.ts';

describe('a public site', () => {
  test('whose client is a user: calls go in its name, and nobody can log in', async () => {
    await using site = await startSite({ as: 'user', allow: ['item/view'] });
    const browser = site.browser();
    const { status, headers, json } = await browser.call('item/view', { limit: '2' });
    expect(status).toBe(200);
    expect(json.header).toMatchObject({ status: 0, count: expect.any(Number), timezone: 'Europe/Amsterdam' });
    expect(json.body).toHaveLength(2);
    // As sent: dates are text, to be read by the page's own catalogue.
    expect(json.body[0].datecreated).toMatch(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/);
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('date')).toMatch(/ GMT$/);
    expect([...headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([]);
    const [entry] = site.platform.journal.entries();
    expect(entry?.actor).toEqual({ type: 'user', id: site.platform.credentials.user.id });
    expect(entry?.parameters).toMatchObject({ account: site.platform.credentials.account });
    expect((await browser.post('login/initialize', { username: 'editor' })).json.error).toMatchObject({
      code: 'no-login',
    });
  });

  test('whose client is an application: only what is listed as anonymous', async () => {
    await using site = await startSite({ anonymous: ['item/view'] });
    const browser = site.browser();
    expect((await browser.call('item/view')).status).toBe(200);
    expect((await browser.call('user/viewme')).json.error).toMatchObject({ code: 'no-session', sent: 'no' });
    expect(site.asked()).toEqual(['item/view']);
  });

  test('a refusal of the platform goes through with HTTP 200', async () => {
    await using site = await startSite({ as: 'user' });
    const { status, json } = await site.browser().call('item/view', { limit: 'many' });
    expect(status).toBe(200);
    expect(json).toMatchObject({ header: { status: 6 } });
    expect(site.events[0]).toMatchObject({
      route: 'api',
      action: 'item/view',
      httpStatus: 200,
      status: 6,
      code: undefined,
    });
  });

  test('null is sent empty, and a zone is passed', async () => {
    await using site = await startSite({ as: 'user' });
    const { json } = await site.browser().call('item/view', { archived: null, limit: '1' }, { timezone: 'Asia/Tokyo' });
    expect(json.header).toMatchObject({ status: 0, timezone: 'Asia/Tokyo' });
    expect(site.platform.journal.entries()[0]).toMatchObject({ arguments: { archived: '', limit: '1' } });
  });
});

describe('a login', () => {
  test('begins a session whose key stays at the gateway', async () => {
    await using site = await startSite();
    const browser = site.browser();
    const { status, headers, json } = await browser.login();
    expect(status).toBe(200);
    expect(Object.keys(json.body)).toEqual(['user', 'timeout']);
    const { state } = site.platform;
    expect(json.body).toEqual({ user: state.users.find(({ username }) => username === 'editor')?.id, timeout: 3600 });
    const [set] = headers.getSetCookie();
    expect(set).toMatch(/^__Host-streamone=[A-Za-z0-9_-]{43}; Path=\/; Max-Age=43200; Secure; HttpOnly; SameSite=Lax$/);
    expect([...browser.cookies.keys()]).toEqual(['__Host-streamone']);
    const me = await browser.call('user/viewme');
    expect(me.json.body).toMatchObject({ username: 'editor' });
    expect(me.json.header).toMatchObject({ sessiontimeout: expect.any(Number) });
    expect((await browser.post('session')).json.session).toEqual({
      user: json.body.user,
      timeout: expect.any(Number),
      longest: expect.any(Number),
    });
    const out = await browser.post('logout');
    expect(out.json).toEqual({ session: null });
    expect(browser.cookies.size).toBe(0);
    expect([...state.sessions]).toEqual([]);
    expect((await browser.call('user/viewme')).json.error).toMatchObject({ code: 'no-session' });
    for (const secret of site.secrets()) expect(browser.seen).not.toContain(secret);
  });

  test('tells the platform the address of the peer', async () => {
    await using site = await startSite();
    await site.browser().login('editor', { headers: { 'x-forwarded-for': '203.0.113.9' } });
    const [asked] = site.platform.journal.entries({ action: 'initialize' });
    expect(asked?.arguments).toMatchObject({ userip: '127.0.0.1' });
  });

  test('that the platform refuses is its answer, and no cookie', async () => {
    await using site = await startSite();
    const browser = site.browser();
    const { json: asked } = await browser.post('login/initialize', { username: 'editor' });
    const response = respond(HASHES.reader, asked.body.challenge);
    const { status, json } = await browser.post('login', { challenge: asked.body.challenge, response });
    expect([status, json.header?.['status'], json.body]).toEqual([200, 281, null]);
    expect(browser.cookies.size).toBe(0);
  });

  test('renews the ID, and ends the session that was there before', async () => {
    await using site = await startSite();
    const browser = site.browser();
    await browser.login('editor');
    const first = browser.cookies.get('__Host-streamone') ?? '';
    await browser.login('reader');
    expect(browser.cookies.get('__Host-streamone')).not.toBe(first);
    expect([...site.platform.state.sessions]).toHaveLength(1);
    expect((await browser.call('user/viewme')).json.body).toMatchObject({ username: 'reader' });
    const other = site.browser();
    other.cookies.set('__Host-streamone', first);
    expect((await other.call('user/viewme')).json.error).toMatchObject({ code: 'session-ended' });
    expect(other.cookies.size).toBe(0);
  });

  test('with a hash of version 2 only where that is allowed', async () => {
    const people = [await startSite(), await startSite({ allowV2Hash: true })] as const;
    for (const { platform } of people) {
      const editor = platform.state.users.find(({ username }) => username === 'editor');
      platform.state.users.update(editor?.id ?? '', { needsv2hash: true });
    }
    const [strict, lax] = people;
    await using _strict = strict;
    await using _lax = lax;
    const v2hash = 'bcea5b6b3a78702a4246dd28f4c7ac27';
    const refused = strict.browser();
    expect((await refused.post('login/initialize', { username: 'editor' })).json.error).toMatchObject({
      code: 'v2hash-not-allowed',
    });
    const other = await refused.post('login', { challenge: 'c', response: 'r', v2hash });
    expect(other.json.error).toMatchObject({ code: 'v2hash-not-allowed' });
    expect(strict.asked()).toEqual(['session/initialize']);
    expect(refused.seen).not.toContain(v2hash);
    const browser = lax.browser();
    const { json } = await browser.post('login/initialize', { username: 'editor' });
    expect(json.body.needsv2hash).toBe(true);
    const { challenge } = json.body;
    const done = await browser.post('login', { challenge, response: respond(HASHES.editor, challenge), v2hash });
    expect(done.json.header).toMatchObject({ status: 0 });
    expect(browser.seen).not.toContain(v2hash);
  });

  test('is shared by gateways with one store', async () => {
    const store = memorySessionStore();
    await using site = await startSite({ store });
    const browser = site.browser();
    await browser.login();
    const { createGateway } = await import('@streamone/node');
    const second = createGateway({ ...site.options, store });
    const request = new Request(`${site.url}/streamone/api/user/viewme`, {
      method: 'POST',
      headers: {
        'x-streamone-gateway': '1',
        'content-type': 'application/json',
        origin: site.url,
        cookie: browser.cookie,
      },
      body: '{}',
    });
    expect(await (await second(request)).json()).toMatchObject({ body: { username: 'editor' } });
  });
});

describe('a session ends', () => {
  const hour = 3_600_000;
  async function withClock(limits: object = {}) {
    let now = Date.UTC(2026, 0, 5, 12);
    const site = await startSite({ clock: () => now, limits });
    return { site, pass: (ms: number) => (now += ms) };
  }

  test('after 12 hours, however much it is used', async () => {
    const { site, pass } = await withClock();
    await using _site = site;
    const browser = site.browser();
    await browser.login();
    for (let at = 0; at < 23; at++) {
      pass(hour / 2);
      expect((await browser.call('user/viewme')).json.header).toMatchObject({ status: 0 });
    }
    const { json } = await browser.call('user/viewme');
    expect(json.header?.['sessiontimeout']).toBe(1800);
    expect((await browser.post('session')).json.session).toMatchObject({ timeout: 1800, longest: 1800 });
    pass(hour / 2);
    expect((await browser.call('user/viewme')).json.error).toMatchObject({ code: 'session-ended' });
    expect([...site.platform.state.sessions]).toEqual([]);
    expect(browser.cookies.size).toBe(0);
  });

  test('when it was idle, by the platform or sooner', async () => {
    for (const [limits, holds, ends] of [
      [{}, 0.9 * hour, 1.1 * hour],
      [{ idle: 600_000 }, 540_000, 660_000],
    ] as const) {
      const { site, pass } = await withClock(limits);
      await using _site = site;
      const browser = site.browser();
      await browser.login();
      for (let at = 0; at < 3; at++) {
        pass(holds);
        expect((await browser.call('user/viewme')).json.header).toMatchObject({ status: 0 });
      }
      pass(ends);
      expect((await browser.call('user/viewme')).json.error).toMatchObject({ code: 'session-ended' });
    }
  });

  test('when the platform does not know it any more', async () => {
    await using site = await startSite();
    const browser = site.browser();
    await browser.login();
    for (const { id } of site.platform.state.sessions) site.platform.state.sessions.remove(id);
    const { status, json } = await browser.call('user/viewme');
    expect([status, json.header?.['status']]).toEqual([200, 282]);
    expect((await browser.post('session')).json.error).toMatchObject({ code: 'session-ended' });
    expect(browser.cookies.size).toBe(0);
    expect((await browser.post('session')).json).toEqual({ session: null });
  });

  test('and a late answer about it leaves a login alone that was made meanwhile in the same browser', async () => {
    await using site = await startSite();
    const browser = site.browser();
    await browser.login();
    for (const { id } of site.platform.state.sessions) site.platform.state.sessions.remove(id);
    // Two requests of the old session: the first tells that it is over, the second is answered after the next login.
    site.platform.faults.add({ kind: 'delay', ms: 1500, command: 'item', action: 'view' });
    const late = browser.call('item/view');
    expect((await browser.call('user/viewme')).json.header).toMatchObject({ status: 282 });
    await browser.login();
    expect((await late).json.header).toMatchObject({ status: 282 });
    expect((await browser.call('user/viewme')).json.header).toMatchObject({ status: 0 });
  });

  test('by logout on this side even where the platform gives no answer', async () => {
    await using site = await startSite();
    const browser = site.browser();
    await browser.login();
    const cookie = browser.cookie;
    site.platform.faults.add({ kind: 'reset', command: 'session', action: 'delete' });
    const { status, json } = await browser.post('logout');
    expect(status).toBe(502);
    expect(json.error).toMatchObject({ code: 'upstream-failed', sent: 'unknown', reason: 'network' });
    expect(browser.cookies.size).toBe(0);
    const thief = site.browser();
    expect((await thief.post('api/user/viewme', {}, { headers: { cookie } })).json.error).toMatchObject({
      code: 'session-ended',
    });
  });

  test('by logout here before the platform has said anything', async () => {
    await using site = await startSite();
    const browser = site.browser();
    await browser.login();
    const thief = site.browser();
    for (const [name, value] of browser.cookies) thief.cookies.set(name, value);
    const takeBack = site.platform.faults.add({ kind: 'delay', ms: 400, command: 'session', action: 'delete' });
    const out = browser.post('logout');
    await expect.poll(() => site.platform.faults.entries()[0]?.happened).toBe(1);
    expect((await thief.call('user/viewme')).json.error).toMatchObject({ code: 'session-ended' });
    takeBack();
    expect((await out).json).toEqual({ session: null });
  });

  test('for good: a call that was under way does not bring it back', async () => {
    let now = Date.UTC(2026, 0, 5, 12);
    const kept = memorySessionStore();
    const places = new Set<string>();
    const store: typeof kept = {
      load: (id) => kept.load(id),
      save: (session) => (places.add(session.id), kept.save(session)),
      remove: (id) => (places.delete(id), kept.remove(id)),
    };
    await using site = await startSite({ clock: () => now, store });
    const browser = site.browser();
    await browser.login();
    now += 600_000;
    site.platform.faults.add({ kind: 'delay', ms: 300, command: 'user', action: 'viewme', times: 1 });
    const calls = browser.call('user/viewme');
    await expect.poll(() => site.platform.faults.entries()).toEqual([]);
    expect((await browser.post('logout')).status).toBe(200);
    expect((await calls).status).toBe(200);
    expect([...places]).toEqual([]);
  });
});

describe('what goes wrong behind the gateway', () => {
  test.for([
    [{ kind: 'reset' }, { reason: 'network', sent: 'unknown' }],
    [{ http: 503 }, { reason: 'http', sent: 'yes', httpStatus: 503 }],
    [{ kind: 'html' }, { reason: 'malformed', sent: 'yes' }],
    [{ kind: 'hang' }, { reason: 'timeout', sent: 'unknown' }],
  ] as const)('%j', async ([fault, told]) => {
    await using site = await startSite({ as: 'user', clientOptions: { timeout: { attempt: 150 } } });
    site.platform.faults.add(fault);
    const browser = site.browser();
    const { status, json } = await browser.call('item/view');
    expect(status).toBe(502);
    expect(json.error).toMatchObject({ code: 'upstream-failed', ...told });
    expect(browser.seen).not.toContain(site.platform.url);
    expect(site.events[0]).toMatchObject({ code: 'upstream-failed', cause: { message: expect.any(String) } });
  });

  test('nobody there: it says that nothing was sent', async () => {
    await using site = await startSite({ as: 'user', allow: ['item/create'] });
    await site.platform.close();
    const { json } = await site.browser().call('item/create', { title: 'x' });
    expect(json.error).toMatchObject({ code: 'upstream-failed', sent: 'no', reason: 'network' });
  });

  test('its own time limit', async () => {
    await using site = await startSite({ as: 'user', limits: { timeout: 150 } });
    site.platform.faults.add({ kind: 'hang' });
    const { json } = await site.browser().call('item/view');
    expect(json.error).toMatchObject({ code: 'upstream-failed', reason: 'timeout', sent: 'unknown' });
  });

  test('a store that fails', async () => {
    const broken = (): Promise<never> => Promise.reject(new Error('canary: redis://user:pass@host'));
    let down = false;
    const kept = memorySessionStore();
    const store: ReturnType<typeof memorySessionStore> = {
      load: (id) => (down ? broken() : kept.load(id)),
      save: (session) => (down ? broken() : kept.save(session)),
      remove: (id) => (down ? broken() : kept.remove(id)),
    };
    await using site = await startSite({ store });
    const browser = site.browser();
    await browser.login();
    down = true;
    const { status, json, text } = await browser.call('user/viewme');
    expect([status, json.error?.['code']]).toEqual([503, 'store-failed']);
    expect(text).not.toContain('canary');
    // What can't be kept is no login, and lives nowhere.
    down = false;
    await browser.post('logout');
    const { json: asked } = await browser.post('login/initialize', { username: 'editor' });
    const { challenge } = asked.body;
    kept.save = broken;
    const refused = await browser.post('login', { challenge, response: respond(HASHES.editor, challenge) });
    expect(refused.json.error).toMatchObject({ code: 'store-failed' });
    expect([...site.platform.state.sessions]).toEqual([]);
  });

  test('the browser goes away: the call is ended', async () => {
    await using site = await startSite({ as: 'user' });
    site.platform.faults.add({ kind: 'hang' });
    const controller = new AbortController();
    const request = fetch(`${site.url}/streamone/api/item/view`, {
      method: 'POST',
      headers: { 'x-streamone-gateway': '1', 'content-type': 'application/json', origin: site.url },
      body: '{}',
      signal: controller.signal,
    });
    request.catch(() => undefined);
    await expect.poll(() => site.platform.faults.entries()[0]?.happened).toBe(1);
    controller.abort();
    await expect.poll(() => site.events[0]?.code).toBe('aborted');
  });
});
