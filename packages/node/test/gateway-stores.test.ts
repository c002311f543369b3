import { randomBytes } from 'node:crypto';
import { type SessionStore, type StoredSession, memorySessionStore } from '@streamone/client';
import { createGateway, keyvSessionStore } from '@streamone/node';
import { describe, expect, test } from 'vitest';
import { type Browser, HASHES, type Site, type SiteOptions, respond, startSite } from './gateway-site.ts';

/** A Keyv whose contents a test can get at. */
function keyvOn(inner: Map<string, string>) {
  return {
    get: async (key: string) => inner.get(key),
    set: async (key: string, value: string) => inner.set(key, value),
    delete: async (key: string) => inner.delete(key),
    clear: async () => inner.clear(),
    on: () => undefined,
  };
}

/** A site, and another gateway on the same records, which has other keys. */
async function withKeys(): Promise<{ site: Site; inner: Map<string, string>; other: Site['gateway'] }> {
  const inner = new Map<string, string>();
  const store = keyvSessionStore(keyvOn(inner), { keys: randomBytes(32) });
  const site = await startSite({ store });
  const others = keyvSessionStore(keyvOn(inner), { keys: randomBytes(32) });
  return { site, inner, other: createGateway({ ...site.options, store: others }) };
}

/** Asks a gateway without a socket, with the cookies of a browser. */
function ask(gateway: Site['gateway'], { url }: Site, browser: Browser, path: string, body: object): Promise<Response> {
  const headers = { 'x-streamone-gateway': '1', 'content-type': 'application/json', origin: url };
  const init = { method: 'POST', headers: { ...headers, cookie: browser.cookie }, body: JSON.stringify(body) };
  return gateway(new Request(`${url}/streamone/${path}`, init), { ip: '127.0.0.1' });
}

describe('a record that cannot be read', () => {
  test('of a session is none: the cookie is cleared, and the log is told', async () => {
    const { site, inner, other } = await withKeys();
    await using _site = site;
    const browser = site.browser();
    await browser.login();
    const response = await ask(other, site, browser, 'api/user/viewme', {});
    expect([response.status, await response.json()]).toMatchObject([401, { error: { code: 'session-ended' } }]);
    expect(response.headers.getSetCookie()).toEqual([expect.stringMatching(/^__Host-streamone=;.*Max-Age=0/)]);
    expect(site.events.at(-1)).toMatchObject({
      code: 'session-ended',
      cause: { name: 'StoreError', message: expect.stringContaining('not by a key that is given') },
    });
    // Who has the key reads it still.
    expect((await browser.call('user/viewme')).status).toBe(200);
    for (const [place, sealed] of inner) inner.set(place, `${sealed.slice(0, -8)}AAAAAAA=`);
    expect((await browser.call('user/viewme')).json.error).toMatchObject({ code: 'session-ended' });
    expect(browser.cookies.size).toBe(0);
    expect((await browser.login()).json.header).toMatchObject({ status: 0 });
  });

  test('of a session is gone after a logout, for those too who could read it', async () => {
    const { site, inner, other } = await withKeys();
    await using _site = site;
    const browser = site.browser();
    await browser.login();
    const response = await ask(other, site, browser, 'logout', {});
    expect([response.status, await response.json()]).toEqual([200, { session: null }]);
    expect(response.headers.getSetCookie()).toHaveLength(1);
    expect(site.events.at(-1)).toMatchObject({ code: undefined, cause: { name: 'StoreError' } });
    expect(inner.size).toBe(0);
  });

  test('of a login that was begun is no challenge', async () => {
    const { site, other } = await withKeys();
    await using _site = site;
    const browser = site.browser();
    const { json } = await browser.post('login/initialize', { username: 'editor' });
    const { challenge } = json.body;
    const answer = { challenge, response: respond(HASHES.editor, challenge) };
    const response = await ask(other, site, browser, 'login', answer);
    expect([response.status, await response.json()]).toMatchObject([403, { error: { code: 'challenge-unknown' } }]);
    expect(site.events.at(-1)).toMatchObject({ cause: { name: 'StoreError' } });
  });

  test('is another than a store that cannot be reached', async () => {
    const inner = new Map<string, string>();
    const keyv = keyvOn(inner);
    await using site = await startSite({ store: keyvSessionStore(keyv) });
    const browser = site.browser();
    await browser.login();
    keyv.get = () => Promise.reject(new Error('gone; {"psk":"canary"}'));
    const { status, json } = await browser.call('user/viewme');
    expect([status, json.error]).toMatchObject([503, { code: 'store-failed', retryAfter: 5 }]);
    expect(browser.cookies.size).toBe(1);
    expect(site.events.at(-1)?.cause?.message).toMatch(/^the session store could not load: gone/);
  });
});

test('what the log is told of a failure shows no secret', async () => {
  const store: SessionStore = {
    ...memorySessionStore(),
    load: () => Promise.reject(new Error('no room for {"key":"canary-key","psk":"canary"}')),
  };
  await using site = await startSite({ store });
  const browser = site.browser();
  browser.cookies.set('__Host-streamone', 'A'.repeat(43));
  expect((await browser.call('user/viewme')).json.error).toMatchObject({ code: 'store-failed' });
  expect(site.events.at(-1)?.cause?.message).toMatch(/^no room for .*redacted/);
  expect(JSON.stringify(site.events)).not.toContain('canary');
});

test.each<[string, () => SiteOptions]>([
  ['that is given', () => ({ store: memorySessionStore({ size: 3 }) })],
  ['of its own', () => ({})],
])('logins that strangers begin drive nobody out of a store in memory %s', async (_name, options) => {
  const limits = { loginsPerMinute: 1000 };
  await using site = await startSite({ ...options(), limits });
  const browser = site.browser();
  await browser.login();
  for (let at = 0; at < 5; at++) await site.browser().post('login/initialize', { username: 'reader' });
  expect((await browser.call('user/viewme')).json.header).toMatchObject({ status: 0 });
});

test('a login that was begun at one gateway may be ended at another with the same store in memory', async () => {
  const store = memorySessionStore();
  await using site = await startSite({ store });
  const second = createGateway({ ...site.options, store });
  const browser = site.browser();
  const { json } = await browser.post('login/initialize', { username: 'editor' });
  const { challenge } = json.body;
  const answer = { challenge, response: respond(HASHES.editor, challenge) };
  expect(await (await ask(second, site, browser, 'login', answer)).json()).toMatchObject({ header: { status: 0 } });
});

test('a session that was kept by longer limits holds no longer than those of now', async () => {
  const store = memorySessionStore();
  let now = Date.UTC(2026, 0, 5);
  await using site = await startSite({ store, clock: () => now });
  const shorter = createGateway({ ...site.options, store, limits: { session: 1_800_000 } });
  const browser = site.browser();
  await browser.login();
  now += 1_799_000;
  expect((await ask(shorter, site, browser, 'session', {})).status).toBe(200);
  now += 1000;
  expect((await browser.post('session')).json.session).toMatchObject({ timeout: 1800 });
  const response = await ask(shorter, site, browser, 'session', {});
  expect(await response.json()).toMatchObject({ error: { code: 'session-ended' } });
});

test('a store that gives the record of somebody else gives nobody their session', async () => {
  const saved: StoredSession[] = [];
  const kept = memorySessionStore();
  let wrong = false;
  const store: SessionStore = {
    load: async (id) => (wrong ? saved.find((session) => session.key.includes('created')) : kept.load(id)),
    save: async (session) => (saved.push(session), kept.save(session)),
    remove: (id) => kept.remove(id),
  };
  await using site = await startSite({ store });
  await site.browser().login('editor');
  const browser = site.browser();
  await browser.login('reader');
  wrong = true;
  expect((await browser.call('user/viewme')).json.error).toMatchObject({ code: 'session-ended' });
});
