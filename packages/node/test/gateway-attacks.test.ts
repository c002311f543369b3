import { setTimeout } from 'node:timers/promises';
import { type SessionStore, memorySessionStore } from '@streamone/client';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { type Answer, type Browser, HASHES, type Site, respond, startSite } from './gateway-site.ts';

let site: Site;
/** Logged in as `editor`, and as `reader`. */
let victim: Browser;
let attacker: Browser;
let elsewhere = '';

beforeAll(async () => {
  site = await startSite({
    allow: ['item/view', 'user/viewme', 'user/getroles', 'application/view'],
    limits: { body: 10_000, arguments: 10, loginsPerMinute: 1000 },
  });
  elsewhere = [...site.platform.state.accounts].find(({ name }) => name === 'Hiernaast')?.id ?? '';
  victim = site.browser();
  attacker = site.browser();
  await victim.login('editor');
  await attacker.login('reader');
});
afterAll(() => site[Symbol.asyncDispose]());
beforeEach(() => site.platform.journal.clear());

/** A call that is all right but for what the row changes. */
const viewing = (headers: Readonly<Record<string, string | undefined>>, path = 'api/item/view', method = 'POST') =>
  victim.post(path, { arguments: { limit: '1' } }, { headers, method });

const calling = (members: object, path = 'item/view'): Promise<Answer> => victim.post(`api/${path}`, members);

function endless(total: number): ReadableStream<Uint8Array> {
  let sent = 0;
  return new ReadableStream({
    pull(controller) {
      sent += 1000;
      if (sent > total) controller.close();
      else controller.enqueue(new Uint8Array(1000).fill(32));
    },
  });
}

async function challengeOf(browser: Browser): Promise<string> {
  return String((await browser.post('login/initialize', { username: 'editor' })).json.body.challenge);
}

/** Everything before the attack itself, so that only what it sends is counted. */
async function answering(browser: Browser, challenge: string): Promise<Answer> {
  site.platform.journal.clear();
  return browser.post('login', { challenge, response: respond(HASHES.editor, challenge) });
}

type Row = readonly [attack: string, answered: string, send: () => Promise<Answer>];

const foreignPage: Row[] = [
  ['a page of another origin', 'bad-origin', () => viewing({ origin: 'https://evil.example' })],
  ['a page in a sandbox', 'bad-origin', () => viewing({ origin: 'null' })],
  ['no origin at all', 'bad-origin', () => viewing({ origin: undefined })],
  ['an origin that begins like ours', 'bad-origin', () => viewing({ origin: `${site.url}.evil.example` })],
  ['our origin with a path', 'bad-origin', () => viewing({ origin: `${site.url}/` })],
  ['our host by another port', 'bad-origin', () => viewing({ origin: 'http://127.0.0.1:1' })],
  [
    'our origin by way of a Host that is not ours',
    'bad-origin',
    () => viewing({ origin: 'http://evil.example', 'x-forwarded-host': 'evil.example' }),
  ],
  ['a form that a foreign page sends', 'missing-header', () => viewing({ 'x-streamone-gateway': undefined })],
  ['another version of the header', 'missing-header', () => viewing({ 'x-streamone-gateway': '2' })],
  ['a site beside ours', 'bad-origin', () => viewing({ 'sec-fetch-site': 'same-site' })],
  ['a site across', 'bad-origin', () => viewing({ 'sec-fetch-site': 'cross-site' })],
  ['a simple content type', 'bad-content-type', () => viewing({ 'content-type': 'text/plain' })],
  ['a form', 'bad-content-type', () => viewing({ 'content-type': 'application/x-www-form-urlencoded' })],
  ['JSON in another charset', 'bad-content-type', () => viewing({ 'content-type': 'application/json; charset=utf-7' })],
  ['something like JSON', 'bad-content-type', () => viewing({ 'content-type': 'application/jsonp' })],
  [
    'no content type',
    'bad-content-type',
    () =>
      victim.post('api/item/view', {}, { headers: { 'content-type': undefined }, body: new Uint8Array([123, 125]) }),
  ],
  [
    'a preflight',
    'bad-method',
    () =>
      viewing(
        {
          origin: 'https://evil.example',
          'access-control-request-method': 'POST',
          'access-control-request-headers': 'x-streamone-gateway',
        },
        'api/item/view',
        'OPTIONS',
      ),
  ],
  ['a link', 'bad-method', () => viewing({}, 'api/item/view', 'GET')],
  ['another method', 'bad-method', () => viewing({}, 'api/item/view', 'PUT')],
];

const beyond: Row[] = [
  ['an action outside of the list', 'not-allowed', () => calling({}, 'item/create')],
  [
    'a login past the gateway',
    'not-allowed',
    () => calling({ arguments: { user: 'editor', userip: '1.2.3.4' } }, 'session/initialize'),
  ],
  [
    'a session past the gateway',
    'not-allowed',
    () => calling({ arguments: { challenge: 'c', response: 'r' } }, 'session/create'),
  ],
  ['an end past the gateway', 'not-allowed', () => calling({}, 'session/delete')],
  ['a token for uploads', 'not-allowed', () => calling({}, 'uploadtoken/create')],
  ['names of objects', 'not-allowed', () => calling({}, 'constructor/constructor')],
  ['a slash that is written otherwise', 'not-found', () => viewing({}, 'api/item%2Fview')],
  ['a way up', 'not-allowed', () => viewing({}, 'api/item/x/../create')],
  ['a way up that is written otherwise', 'not-found', () => viewing({}, 'api/item/view/%2e%2e%2fcreate')],
  ['capitals', 'not-found', () => viewing({}, 'api/Item/View')],
  ['two slashes', 'not-found', () => viewing({}, 'api//item/view')],
  ['a line end in the path', 'not-found', () => viewing({}, 'api/item/view%0d%0aset-cookie:x=1')],
  ['no route', 'not-found', () => viewing({}, 'admin')],
  ['an account outside of the scope', 'out-of-scope', () => calling({ account: elsewhere })],
  [
    'one account within, one without',
    'out-of-scope',
    () => calling({ accounts: [site.platform.credentials.account, elsewhere] }),
  ],
  [
    'accounts in one text',
    'out-of-scope',
    () => calling({ account: `${site.platform.credentials.account},${elsewhere}` }),
  ],
  ['a customer', 'out-of-scope', () => calling({ customer: site.platform.credentials.customer })],
  ['no account at all', 'bad-request', () => calling({ account: null })],
  ['an empty list of accounts', 'bad-request', () => calling({ accounts: [] })],
  [
    'an account and a customer',
    'bad-request',
    () => calling({ account: site.platform.credentials.account, customer: 'x' }),
  ],
  ['an account among the arguments', 'out-of-scope', () => calling({ arguments: { account: elsewhere } })],
  ['a customer among the arguments', 'out-of-scope', () => calling({ arguments: { customer: 'x' } })],
  [
    'our own account among the arguments',
    'bad-request',
    () => calling({ arguments: { account: site.platform.credentials.account } }),
  ],
  ...['signature', 'session', 'timestamp', 'application', 'authentication_type', 'timezone'].map((name): Row => [
    `the parameter ${name} among the arguments`,
    'bad-request',
    () => calling({ arguments: { [name]: 'x' } }),
  ]),
  ['a zone that is none', 'bad-request', () => calling({ timezone: 'UTC&account=x' })],
  ['an upload where none are taken', 'bad-content-type', () => victim.post('upload')],
  [
    'an upload where none are taken, as a form',
    'not-allowed',
    () => victim.post('upload', {}, { headers: { 'content-type': 'multipart/form-data; boundary=x' }, body: '--x--' }),
  ],
];

const malformed: Row[] = [
  ['a body that is too large', 'too-large', () => calling({ arguments: { title: 'x'.repeat(20_000) } })],
  ['one that does not say its length', 'too-large', () => victim.post('api/item/view', {}, { body: endless(200_000) })],
  [
    'too many arguments',
    'bad-request',
    () => calling({ arguments: Object.fromEntries(Array.from({ length: 11 }, (_, at) => [`a${at}`, '1'])) }),
  ],
  ['no JSON', 'bad-request', () => victim.post('api/item/view', {}, { body: '{"arguments":' })],
  ['no UTF-8', 'bad-request', () => victim.post('api/item/view', {}, { body: new Uint8Array([34, 255, 34]) })],
  ['a list', 'bad-request', () => victim.post('api/item/view', [])],
  ['another member', 'bad-request', () => calling({ auth: 'x' })],
  [
    'a member of every object',
    'bad-request',
    () => victim.post('api/item/view', {}, { body: '{"__proto__":{"limit":"1"}}' }),
  ],
  [
    'an argument of every object',
    'bad-request',
    () => victim.post('api/item/view', {}, { body: '{"arguments":{"__proto__":"1"}}' }),
  ],
  ['an argument that is no text', 'bad-request', () => calling({ arguments: { limit: 1 } })],
  ['an argument that is a list', 'bad-request', () => calling({ arguments: { item: ['a'] } })],
  ['a name that becomes another', 'bad-request', () => calling({ arguments: { 'limit[]': '1' } })],
  ['a name with a line end', 'bad-request', () => calling({ arguments: { 'a\r\nb': '1' } })],
  [
    'a username with a line end',
    'bad-request',
    () => site.browser().post('login/initialize', { username: 'a\r\nx: y' }),
  ],
  ['a username that is a list', 'bad-request', () => site.browser().post('login/initialize', { username: ['editor'] })],
  [
    "an address of the page's own",
    'bad-request',
    () => site.browser().post('login/initialize', { username: 'editor', userip: '203.0.113.1' }),
  ],
  [
    'a response with a line end',
    'bad-request',
    () => site.browser().post('login', { challenge: 'c', response: 'a\nb' }),
  ],
  ['a password', 'bad-request', () => site.browser().post('login', { username: 'editor', password: 'canary' })],
];

const withCookie = (cookie: string): Promise<Answer> =>
  site.browser().post('api/item/view', {}, { headers: { cookie } });

const cookies: Row[] = [
  ['no cookie', 'no-session', () => site.browser().call('item/view')],
  ['a cookie that is guessed', 'session-ended', () => withCookie(`__Host-streamone=${'A'.repeat(43)}`)],
  ['a cookie with something else in it', 'session-ended', () => withCookie('__Host-streamone=editor')],
  [
    'a cookie that is an ID of the platform',
    'session-ended',
    () => withCookie(`__Host-streamone=${[...site.platform.state.sessions][0]?.id}`),
  ],
  ['two cookies', 'session-ended', () => withCookie(`${victim.cookie}; ${attacker.cookie}`)],
  ['a cookie without its prefix', 'no-session', () => withCookie(victim.cookie.replace('__Host-', ''))],
  [
    // Some browsers let a neighbour set it: it has not the prefix, but another name.
    'a cookie whose name begins with a space that is none of HTTP',
    'no-session',
    () => withCookie(`a=b; \u00A0${victim.cookie}`),
  ],
  ['a cookie in capitals', 'no-session', () => withCookie(victim.cookie.replace('__Host', '__HOST'))],
  [
    'a cookie under the name of another',
    'no-session',
    () => withCookie(victim.cookie.replace('streamone=', 'streamone-login=')),
  ],
];

const logins: Row[] = [
  [
    'an answer that was overheard, from another browser',
    'challenge-unknown',
    async () => answering(site.browser(), await challengeOf(site.browser())),
  ],
  [
    'the same from one that has a challenge of its own',
    'challenge-unknown',
    async () => {
      const overheard = await challengeOf(site.browser());
      const own = site.browser();
      await challengeOf(own);
      return answering(own, overheard);
    },
  ],
  [
    'the same answer once more, cookie and all',
    'challenge-unknown',
    async () => {
      const browser = site.browser();
      const challenge = await challengeOf(browser);
      const { cookie } = browser;
      expect((await answering(browser, challenge)).json.header).toMatchObject({ status: 0 });
      site.platform.journal.clear();
      const again = { challenge, response: respond(HASHES.editor, challenge) };
      return site.browser().post('login', again, { headers: { cookie } });
    },
  ],
  [
    'a second guess at one challenge',
    'challenge-unknown',
    async () => {
      const browser = site.browser();
      const challenge = await challengeOf(browser);
      const { cookie } = browser;
      await browser.post('login', { challenge, response: respond(HASHES.reader, challenge) });
      site.platform.journal.clear();
      const again = { challenge, response: respond(HASHES.editor, challenge) };
      return site.browser().post('login', again, { headers: { cookie } });
    },
  ],
  [
    'a login from a page of another origin',
    'bad-origin',
    () =>
      site.browser().post('login', { challenge: 'c', response: 'r' }, { headers: { origin: 'https://evil.example' } }),
  ],
  [
    'the hash of version 2 unasked',
    'v2hash-not-allowed',
    () => site.browser().post('login', { challenge: 'c', response: 'r', v2hash: 'bcea5b6b3a78702a4246dd28f4c7ac27' }),
  ],
];

const STATUSES: Readonly<Record<string, number>> = {
  'bad-origin': 403,
  'missing-header': 403,
  'bad-content-type': 415,
  'bad-method': 405,
  'bad-request': 400,
  'not-allowed': 403,
  'out-of-scope': 403,
  'not-found': 404,
  'too-large': 413,
  'no-session': 401,
  'session-ended': 401,
  'challenge-unknown': 403,
  'v2hash-not-allowed': 403,
};

describe.for([
  ['from another page', foreignPage],
  ['beyond what is allowed', beyond],
  ['malformed', malformed],
  ['by cookies', cookies],
  ['on the login', logins],
] as const)('attack %s', ([, rows]) => {
  test.for(rows)('%s: %s', async ([, code, send]) => {
    const answer = await send();
    expect(answer.json.error).toMatchObject({
      code,
      sent: 'no',
      message: expect.any(String),
      requestId: expect.any(String),
    });
    expect(answer.status).toBe(STATUSES[code]);
    // Nothing of it reached the platform.
    expect(site.asked()).toEqual([]);
    const all = `${JSON.stringify([...answer.headers])}${answer.text}`;
    expect(all).not.toMatch(/access-control|\bat .*\.(ts|js):|canary/i);
    for (const secret of site.secrets()) expect(all).not.toContain(secret);
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
  });
});

test('who is logged in goes on untouched by all of that', async () => {
  expect((await victim.call('user/viewme')).json.body).toMatchObject({ username: 'editor' });
  expect((await attacker.call('user/viewme')).json.body).toMatchObject({ username: 'reader' });
});

test('a cookie of another user acts as that user alone, and ends with their logout', async () => {
  const owner = site.browser();
  await owner.login('reader');
  const thief = site.browser();
  for (const [name, value] of owner.cookies) thief.cookies.set(name, value);
  expect((await thief.call('user/viewme')).json.body).toMatchObject({ username: 'reader' });
  await owner.post('logout');
  expect((await thief.call('user/viewme')).json.error).toMatchObject({ code: 'session-ended' });
});

test('a session that was put into the browser before is not the one after the login', async () => {
  const browser = site.browser();
  const planted = 'P'.repeat(43);
  browser.cookies.set('__Host-streamone', planted);
  await browser.login('editor');
  expect(browser.cookies.get('__Host-streamone')).not.toBe(planted);
  expect((await browser.call('user/viewme')).status).toBe(200);
  expect((await withCookie(`__Host-streamone=${planted}`)).json.error).toMatchObject({ code: 'session-ended' });
});

/** As a store beyond a network: each step takes its time. */
function distantStore(saving = 10): SessionStore {
  const store = memorySessionStore();
  return {
    load: async (id) => {
      const found = await store.load(id);
      await setTimeout(10);
      return found;
    },
    save: async (session) => {
      await setTimeout(saving);
      await store.save(session);
    },
    remove: async (id) => {
      await setTimeout(10);
      await store.remove(id);
    },
  };
}

test('of many answers to one challenge that come at once, one gets through', async () => {
  await using distant = await startSite({ store: distantStore() });
  const browser = distant.browser();
  const { json } = await browser.post('login/initialize', { username: 'editor' });
  const { challenge } = json.body;
  const { cookie } = browser;
  distant.platform.journal.clear();
  const guess = (hash: string): Promise<Answer> =>
    distant.browser().post('login', { challenge, response: respond(hash, challenge) }, { headers: { cookie } });
  await Promise.all([HASHES.reader, HASHES.reader, HASHES.editor].map(guess));
  expect(distant.asked()).toEqual(['session/create']);
});

test('a challenge is answered within a minute, or not at all', async () => {
  let now = Date.UTC(2026, 0, 5);
  await using later = await startSite({ clock: () => now });
  const browser = later.browser();
  const { json } = await browser.post('login/initialize', { username: 'editor' });
  const { challenge } = json.body;
  now += 60_000;
  later.platform.journal.clear();
  const answer = await browser.post('login', { challenge, response: respond(HASHES.editor, challenge) });
  expect(answer.json.error).toMatchObject({ code: 'challenge-unknown' });
  expect(later.asked()).toEqual([]);
});

test('a call that is under way does not bring back who logs out, even where the platform does not hear of it', async () => {
  let now = Date.UTC(2026, 0, 5);
  await using distant = await startSite({ store: distantStore(80), clock: () => now });
  const browser = distant.browser();
  await browser.login('editor');
  const { cookie } = browser;
  // So long that the session is saved again.
  now += 60_000;
  distant.platform.faults.add({ kind: 'reset', command: 'session', action: 'delete' });
  const call = browser.call('item/view');
  await setTimeout(5);
  expect((await browser.post('logout', {}, { headers: { cookie } })).json.error).toMatchObject({
    code: 'upstream-failed',
  });
  expect((await call).status).toBe(200);
  const later = await distant.browser().post('api/user/viewme', {}, { headers: { cookie } });
  expect(later.json.error).toMatchObject({ code: 'session-ended' });
});

test('an argument that cannot be sent is told to the page, not to the log', async () => {
  const answer = await calling({ arguments: { title: 'private \uD800' } });
  expect(answer.json.error).toMatchObject({ code: 'bad-request' });
  expect(site.events.at(-1)).toMatchObject({ code: 'bad-request', cause: { name: 'InvalidArgumentError' } });
  expect(JSON.stringify(site.events.at(-1))).not.toContain('private');
});

test('a log that fails later breaks nothing', async () => {
  const unhandled = vi.fn<() => void>();
  process.once('unhandledRejection', unhandled);
  const log = vi.fn<() => void>().mockRejectedValue(new Error('the log is full'));
  await using logging = await startSite({ as: 'user', log });
  expect((await logging.browser().call('item/view')).status).toBe(200);
  await setTimeout(10);
  process.off('unhandledRejection', unhandled);
  expect(unhandled).not.toHaveBeenCalled();
});

test('nothing that a gateway tells its log is a secret', () => {
  const told = JSON.stringify(site.events);
  for (const secret of [...site.secrets(), ...victim.cookies.values()]) expect(told).not.toContain(secret);
  expect(told).not.toContain('Zuidwester');
});
