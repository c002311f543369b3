import { describe, expect, test } from 'vitest';
import { type Explanation, type JournalEntry, createTestServer } from '../src/index.js';
import { inProcess } from './adapters.js';
import { ask, signFor } from './ask.js';
import { initialize, login, respond } from './login.js';
import { form, hmac } from './sign.js';

const server = createTestServer();
const { user, application, account, customer } = server.credentials;
const now = Math.floor(server.clock.now() / 1000);
server.clock.set(new Date(now * 1000));
server.clock.freeze();

function last(): JournalEntry | undefined {
  return server.journal.entries({ limit: 1 })[0];
}

async function explained(wish: Parameters<typeof ask>[1]): Promise<Explanation | undefined> {
  await ask(server, wish);
  return last()?.explanation;
}

const academy = server.state.accounts.find(({ name }) => name === 'Academy')?.id ?? '';
const reader = server.state.users.find(({ username }) => username === 'reader') ?? user;
const former = server.state.users.find(({ username }) => username === 'former') ?? user;

type Change = (pairs: [string, string][]) => [string, string][];

function without(name: string): Change {
  return (pairs) => pairs.filter(([given]) => given !== name);
}

function plus(name: string): Change {
  return (pairs) => [...pairs, [name, '1']];
}

async function summary(wish: Parameters<typeof ask>[1]): Promise<string | undefined> {
  return (await explained(wish))?.summary;
}

describe('3: who signs, with what', () => {
  test('an application that signs as a user, a username, an unknown one, an inactive one', async () => {
    expect(await summary({ key: application })).toContain('send authentication_type=application');
    expect(await summary({ key: { ...user, id: 'editor' } })).toContain(
      `That is a username; send the ID "${user.id}".`,
    );
    expect(await summary({ key: { ...user, id: user.id.toLowerCase() } })).toContain(`Did you mean "${user.id}"?`);
    expect(await summary({ key: { ...user, id: 'x' } })).toBe('There is no user "x".');
    expect(await summary({ key: former })).toContain('is not active');
  });

  test('an inactive application', async () => {
    const own = createTestServer();
    own.state.applications.update(own.credentials.application.id, { active: false });
    const { header } = await ask(own, { path: '/api/api/info', type: 'application' });
    expect(header.status).toBe(3);
    expect(own.journal.entries()[0]?.explanation?.summary).toContain('is not active');
  });

  test.each(['&', ';'])('a "%s" in place of the "?"', async (mark) => {
    const { target } = signFor(server);
    await inProcess.send(server, { target: target.replace('?', mark), body: '' });
    const entry = last();
    expect(entry?.explanation?.summary).toContain('a "?" stands between the path and the first parameter');
    expect(JSON.stringify(entry)).not.toContain(new URLSearchParams(target).get('signature'));
    await inProcess.send(server, { target: target.replace('?', `/${mark}`), body: '' });
    expect(JSON.stringify(last())).not.toContain(new URLSearchParams(target).get('signature'));
  });

  test('what is missing from the query string, and where it is instead', async () => {
    expect((await explained({ parameters: without('user') }))?.summary).toBe(
      'The parameter "user" is missing from the query string: the ID of who signs.',
    );
    expect(await explained({ parameters: without('timestamp'), args: { timestamp: '1' } })).toMatchObject({
      argument: 'timestamp',
      summary: expect.stringContaining('There is one in the body') as string,
    });
    const { path, query } = signFor(server);
    const target = `${path}?${query.replace(/&signature=.*/, '')}`;
    await inProcess.send(server, { target, headers: { authorization: 'CANARY' } });
    expect(last()?.explanation?.summary).toContain('There is a header "authorization"');
    await inProcess.send(server, { target: `${target}&signature=` });
    expect(last()?.explanation?.summary).toContain('"signature" is empty');
    expect(JSON.stringify(server.journal.entries())).not.toContain('CANARY');
  });

  test('a signature that is none', async () => {
    const { path, query } = signFor(server);
    await inProcess.send(server, { target: `${path}?${query.replace(/signature=.*/, 'signature=x')}` });
    expect(last()?.explanation?.summary).toContain('It is not 40 digits of lower-case hex');
    await inProcess.send(server, { target: `${path}?${query.replace(/signature=.*/, `signature=${'A'.repeat(40)}`)}` });
    expect(last()?.explanation?.summary).toContain('upper-case hex');
    expect(last()?.explanation?.summary).toContain('Either the key is wrong');
  });

  test.each([
    ['of 27 characters', 'AbcdefghijklmnopqrstuvwxyZ0', 'may be one written in Base64'],
    ['of 43 characters', 'AbcdefghijklmnopqrstuvwxyZ0AbcdefghijklmnoQ', 'is as long as an HMAC-SHA256, and may be one'],
    ['of 64 digits', '0a'.repeat(32), 'is as long as an HMAC-SHA256, and may be one'],
    ['of 20 bytes', '%C3'.repeat(20), 'may be one as bare bytes'],
    ['with a line end', `${'0a'.repeat(20)}%0A`, 'a line end, a blank, quotes'],
    ['with a prefix of openssl', `HMAC-SHA1(stdin)%3D+${'0a'.repeat(20)}`, 'the "(stdin)= " that openssl prints'],
    [
      'with dashes',
      Array.from({ length: 20 }, () => 'A0').join('-'),
      'has dashes, colons or blanks between its digits',
    ],
    ['of 39 digits', '0'.repeat(39), 'as HMAC-SHA1 gives: 39 characters of lower-case hex came.'],
    ['of letters', 'nothing', 'as HMAC-SHA1 gives: 7 characters, all letters and digits, came.'],
    ['of one', '!', 'as HMAC-SHA1 gives: 1 character, not all letters and digits, came.'],
  ])('what only looks like a signature %s is not said to be one', async (_, signature, message) => {
    const { path, query } = signFor(server);
    await inProcess.send(server, { target: `${path}?${query.replace(/signature=.*/, `signature=${signature}`)}` });
    const told = last()?.explanation;
    expect(told?.summary).toContain('fits no known mistake');
    expect(told?.summary).toContain(message);
    expect(told?.summary).not.toMatch(/[Tt]he signature is (?:written|sent|an HMAC)/);
    expect(told?.mistakes).toBeUndefined();
  });

  test('"&amp;" between parameters or arguments', async () => {
    const { path, query, body } = signFor(server, { args: { limit: '1', offset: '0' } });
    await inProcess.send(server, { target: `${path}?${query.replaceAll('&', '&amp;')}`, body });
    expect(last()?.explanation?.summary).toContain('The query string has "&amp;" between its parameters');
    const sent = signFor(server, { account, body: 'limit=1&amp;offset=0' });
    await inProcess.send(server, { target: sent.target, body: sent.body });
    expect(last()?.explanation?.summary).toContain('The body has "&amp;" between its arguments');
  });

  test('a large body is not compared, and says so', async () => {
    const { path, query } = signFor(server);
    const large = `title=${'x'.repeat(500_000)}`;
    const signature = hmac(user.psk, `${path}?${query.replace(/&signature=.*/, '')}${large}`);
    await inProcess.send(server, {
      target: `${path}?${query.replace(/signature=.*/, `signature=${signature}`)}`,
      body: large,
    });
    expect(last()?.explanation?.mistakes).toBeUndefined();
    expect(last()?.explanation?.summary).toContain('sign a smaller one in the same way');
  });
});

describe('other statuses', () => {
  test('2: how far the clock is off', async () => {
    expect(await explained({ timestamp: now - 7200 })).toMatchObject({
      secondsOff: -7200,
      received: String(now - 7200),
      expected: String(now),
      summary: expect.stringContaining("2 hours behind the server's") as string,
    });
    expect((await explained({ timestamp: now * 1000 }))?.summary).toContain('milliseconds');
    expect((await explained({ timestamp: 'soon' }))?.summary).toContain('whole seconds');
    server.clock.advance(5000);
    expect((await explained({ timestamp: now }))?.summary).toContain('it was set, moved or stopped');
    server.clock.advance(-5000);
  });

  test('4: which token in which account', async () => {
    expect(await explained({ key: reader, account: `${academy},${account}` })).toMatchObject({
      token: 'item-read',
      accounts: [account],
      summary: expect.stringContaining(`no role with the token "item-read" in account ${account}`) as string,
    });
    expect((await explained({ key: reader, path: '/api/role/view', customer }))?.summary).toContain(
      'Roles that have it: "Administrator"',
    );
  });

  test('4 stays what it was when the rights change afterwards', async () => {
    await ask(server, { key: reader, account });
    const role = server.state.roles.find(({ name }) => name === 'Reader');
    server.state.roles.update(role?.id ?? '', { tokens: [], name: 'Renamed' });
    expect(last()?.explanation?.summary).toContain(`It has it by the role "Reader" for account ${academy}`);
    server.state.roles.update(role?.id ?? '', { tokens: role?.tokens ?? [], name: 'Reader' });
  });

  test('6: which argument and why', async () => {
    expect(await explained({ account, args: { archived: 'yes' } })).toMatchObject({
      argument: 'archived',
      received: 'yes',
      expected: 'Boolean: 1 or 0, or empty to unset',
    });
    expect((await explained({ account, args: { searchTitel: 'x' } }))?.summary).toContain(
      'Did you mean "searchtitle"?',
    );
    expect((await explained({ account, args: { timezone: 'UTC' } }))?.summary).toContain('"timezone" is a parameter');
    expect((await explained({ account, args: { 'item[]': 'x' } }))?.summary).toContain('as in item=a,b');
    expect((await explained({ args: { account } }))?.summary).toContain('There is an "account" among the arguments');
    expect((await explained({ customer }))?.summary).toContain('A customer does not do.');
    expect((await explained({ type: 'application', key: application, path: '/api/session/initialize' }))?.summary).toBe(
      'session/initialize needs the argument "user" in the body.',
    );
  });

  test('5: what there is instead', async () => {
    expect(await explained({ path: '/api/item/vieuw' })).toMatchObject({
      received: 'item/vieuw',
      expected: 'item/view, item/create',
      summary: 'The command "item" has no action "vieuw". Did you mean "item/view"?',
    });
    expect((await explained({ path: '/api/items/view' }))?.summary).toBe(
      'There is no command "items". Did you mean "item/view"?',
    );
  });

  test('7: what is wrong with a parameter', async () => {
    expect(await explained({ parameters: plus('debug') })).toMatchObject({ argument: 'debug' });
    expect((await explained({ parameters: plus('Account') }))?.summary).toContain('Did you mean "account"?');
    expect((await explained({ parameters: plus('limit') }))?.summary).toContain('"limit" is an argument of item/view');
    expect((await explained({ parameters: plus('account[]') }))?.summary).toContain('join several accounts by commas');
    expect((await explained({ parameters: plus('session') }))?.summary).toContain(
      'goes with authentication_type=application',
    );
    expect((await explained({ parameters: (list) => list.slice(1) }))?.summary).toBe(
      'The parameter "api" is missing from the query string; send api=3.',
    );
  });

  test('7: parameters that were put into the body', async () => {
    const { query } = signFor(server, { account });
    await inProcess.send(server, { target: '/api/item/view', body: query });
    expect(last()?.explanation?.summary).toContain('There is one in the body: parameters go in the query string');
    const body = JSON.stringify(Object.fromEntries(new URLSearchParams(query)));
    await inProcess.send(server, { target: '/api/item/view', body, headers: { 'content-type': 'application/json' } });
    expect(last()?.explanation?.summary).toContain('There is one in the body');
    expect(JSON.stringify(last())).not.toContain(new URLSearchParams(query).get('signature'));
  });

  test('9, 290, 250: what was given, and what there is', async () => {
    expect(await explained({ timezone: 'Mars/Olympus' })).toMatchObject({
      received: 'Mars/Olympus',
      summary: expect.stringContaining('leave the parameter out for that of the user') as string,
    });
    expect(await explained({ account: 'nowhere' })).toMatchObject({
      argument: 'account',
      received: 'nowhere',
      expected: expect.stringContaining(`${account} (Newsroom)`) as string,
    });
    expect((await explained({ account: customer }))?.summary).toContain('It is the ID of a customer');
    expect((await explained({ customer: account }))?.summary).toContain('It is the ID of an account');
  });

  test('282: a key in place of the ID is told and not repeated', async () => {
    const session = await login(server);
    const explanation = await explained({ session: { ...session, id: session.key }, path: '/api/user/viewme' });
    expect(explanation).toMatchObject({ argument: 'session', expected: session.id });
    expect(JSON.stringify(explanation)).not.toContain(session.key);
    const unknown = await explained({ session: { ...session, id: 'gone' }, path: '/api/user/viewme' });
    expect(unknown?.summary).toContain('Log in again');
  });

  test('280 and 281: how the response is reckoned', async () => {
    const { challenge } = (await initialize(server)).body;
    const wish = { path: '/api/session/create', type: 'application', key: application } as const;
    const explanation = await explained({ ...wish, args: { challenge, response: respond('x'.repeat(60), challenge) } });
    expect(explanation?.summary).toContain('c = sha256hex(s followed by the challenge)');
    const again = await explained({ ...wish, args: { challenge, response: 'eA==' } });
    expect(again?.summary).toContain('call session/initialize again for each try');
  });
});

describe('refused by HTTP alone', () => {
  const FORM = { 'content-type': 'application/x-www-form-urlencoded' };
  const { target } = signFor(server, { account });

  test.each([
    ['a GET', 'GET', target, '', 405, /takes POST only, and this was a GET.*follows a redirect/],
    ['an OPTIONS of a browser', 'OPTIONS', target, '', 405, /CORS/],
    ['a PUT', 'PUT', target, '', 405, /Reads are POSTs as well/],
    ['a path without /api', 'POST', '/item/view?api=3', '', 404, /Did you mean "\/api\/item\/view"\?/],
    ['a path with more behind it', 'POST', '/api/v3/item/view/', '', 404, /exactly a command and an action/],
    ['a path of something else', 'POST', '/', '', 404, /is at \/api\/\{command\}\/\{action\}/],
    ['a target that is too long', 'POST', `${target}&x=${'x'.repeat(17_000)}`, '', 414, /Arguments go in the body/],
    ['a huge target', 'POST', `${target}&x=${'x'.repeat(70_000)}`, '', 414, /Arguments go in the body/],
    ['a body that is too large', 'POST', target, `title=${'x'.repeat(1_048_577)}`, 413, /uploadtoken\/create/],
    [
      'too many arguments',
      'POST',
      target,
      form(Array.from({ length: 1001 }, (_, at) => [`a${at}`, ''])),
      400,
      /More than 1000/,
    ],
  ])('%s', async (_, method, where, body, status, words) => {
    const told: JournalEntry[] = [];
    const telling = createTestServer({ onRefusal: (entry) => told.push(entry) });
    const answer = await inProcess.send(telling, { target: where, method, body, headers: FORM });
    expect(answer.status).toBe(status);
    const [entry] = telling.journal.entries({ refused: true });
    expect(entry).toMatchObject({ status: undefined, httpStatus: status });
    expect(entry?.explanation?.summary).toMatch(words);
    expect(entry?.verification[0]).toEqual({ name: 'request', result: 'failed', detail: entry?.explanation?.summary });
    expect(entry?.verification.slice(1).every(({ result }) => result === 'not reached')).toBe(true);
    expect(told).toEqual([entry]);
  });

  test('a fault is told as one', async () => {
    const telling = createTestServer();
    telling.faults.add({ http: 503, times: 1 });
    await inProcess.send(telling, { target });
    const [entry] = telling.journal.entries();
    expect(entry?.explanation?.summary).toContain('A fault was ordered for this request (faults.add): HTTP 503.');
    expect(entry?.verification[0]).toMatchObject({ name: 'request', result: 'passed' });
    expect(entry?.verification[1]).toEqual({ name: 'parameters', result: 'not reached' });
  });
});

test('the response tells of it only where asked', async () => {
  const telling = createTestServer({ explain: true });
  const wish = { account: 'nowhere' };
  expect((await ask(server, wish)).header).not.toHaveProperty('explanation');
  expect((await ask(telling, wish)).header.explanation).toMatch(
    /^There is no account "nowhere"\.\nexpected: .* \(Newsroom\), .*\nreceived: nowhere$/,
  );
  const { path, query } = signFor(telling);
  const wrong = `${telling.url}${path}?${query.replace(/.$/, 'x')}`;
  expect(await (await telling.fetch(wrong, { method: 'POST' })).text()).toContain(
    '"explanation":"The signature is wrong',
  );
  expect((await ask(telling, { path: '/api/api/info' })).header).not.toHaveProperty('explanation');
});
