import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { describeStatus } from '@streamone/core';
import type { TestServer } from '../src/index.js';
import { adapters } from './adapters.js';
import { type PartialWish, ask, signFor } from './ask.js';

type Pairs = [string, string][];

function without(name: string): PartialWish {
  return { parameters: (pairs) => pairs.filter(([key]) => key !== name) };
}

function replaced(name: string, value: string): PartialWish {
  return { parameters: (pairs) => pairs.map(([key, old]): [string, string] => [key, key === name ? value : old]) };
}

function added(...more: Pairs): PartialWish {
  return { parameters: (pairs) => [...pairs, ...more] };
}

function userNamed(server: TestServer, username: string) {
  const found = server.state.users.find((user) => user.username === username);
  if (found === undefined) throw new Error(`no user ${username}`);
  return found;
}

function accountNamed(server: TestServer, name: string): string {
  return server.state.accounts.find((account) => account.name === name)?.id ?? '';
}

interface Refused {
  readonly status: number;
  readonly why: string;
  readonly wish: (server: TestServer) => PartialWish;
  readonly prepare?: (server: TestServer) => void;
}

const inAccount =
  (wish: PartialWish = {}) =>
  (server: TestServer): PartialWish => ({
    account: server.credentials.account,
    ...wish,
  });

const refusals: Refused[] = [
  { status: 7, why: 'an unknown parameter', wish: () => added(['nonce', '1']) },
  { status: 7, why: 'a parameter that is a list', wish: () => added(['account[]', 'a']) },
  { status: 7, why: 'another API version', wish: () => replaced('api', '2') },
  { status: 7, why: 'no API version', wish: () => without('api') },
  { status: 7, why: 'another format', wish: () => replaced('format', 'xml') },
  { status: 7, why: 'an unknown authentication type', wish: () => replaced('authentication_type', 'token') },
  { status: 7, why: 'a session with user authentication', wish: () => added(['session', 'abc']) },
  { status: 3, why: 'an unknown user', wish: () => ({ key: { id: 'nobody', psk: 'x' } }) },
  { status: 3, why: 'no user', wish: () => without('user') },
  { status: 3, why: 'an inactive user', wish: (server) => ({ key: userNamed(server, 'former') }) },
  { status: 3, why: 'a wrong key', wish: (server) => ({ key: { ...server.credentials.user, psk: 'wrong' } }) },
  { status: 3, why: 'an application as a user', wish: (server) => ({ key: server.credentials.application }) },
  { status: 3, why: 'no timestamp', wish: () => without('timestamp') },
  { status: 2, why: 'a clock behind', wish: (server) => ({ timestamp: Math.floor(server.clock.now() / 1000) - 901 }) },
  { status: 2, why: 'a clock ahead', wish: (server) => ({ timestamp: Math.floor(server.clock.now() / 1000) + 901 }) },
  { status: 2, why: 'milliseconds', wish: (server) => ({ timestamp: Math.floor(server.clock.now()) }) },
  { status: 2, why: 'a timestamp that is none', wish: () => ({ timestamp: 'now' }) },
  {
    status: 282,
    why: 'an unknown session',
    wish: (server) => ({
      type: 'application',
      key: server.credentials.application,
      ...added(['session', 'sC5tGogRgBow']),
    }),
  },
  { status: 9, why: 'an unknown timezone', wish: inAccount({ timezone: 'Europe/Atlantis' }) },
  { status: 5, why: 'an unknown command', wish: inAccount({ path: '/api/nothing/view' }) },
  { status: 5, why: 'an unknown action', wish: inAccount({ path: '/api/item/explode' }) },
  { status: 5, why: 'a name from the prototype', wish: inAccount({ path: '/api/constructor/toString' }) },
  {
    status: 10,
    why: 'a write in read-only mode',
    wish: inAccount({ path: '/api/item/create' }),
    prepare: ({ state }) => {
      state.readOnly = true;
    },
  },
  {
    status: 6,
    why: 'account and customer',
    wish: (server) => inAccount({ customer: server.credentials.customer })(server),
  },
  { status: 290, why: 'an unknown account', wish: () => ({ account: 'nowhere' }) },
  {
    status: 290,
    why: 'one unknown account of two',
    wish: (server) => ({ account: `${server.credentials.account},nowhere` }),
  },
  { status: 250, why: 'an unknown customer', wish: () => ({ customer: 'nobody' }) },
  { status: 6, why: 'no account', wish: () => ({}) },
  { status: 6, why: 'an empty account', wish: () => ({ account: '' }) },
  {
    status: 6,
    why: 'a date that some zones could not show',
    wish: inAccount({ path: '/api/item/create', args: { dateaired: '0000-01-01 00:00:00' } }),
  },
  {
    status: 6,
    why: 'two accounts where one is needed',
    wish: (server) => ({
      path: '/api/item/create',
      account: `${accountNamed(server, 'Newsroom')},${accountNamed(server, 'Academy')}`,
    }),
  },
  { status: 4, why: 'an account of somebody else', wish: (server) => ({ account: accountNamed(server, 'Hiernaast') }) },
  {
    status: 4,
    why: 'a missing token',
    wish: (server) => ({
      path: '/api/item/create',
      key: userNamed(server, 'reader'),
      account: accountNamed(server, 'Academy'),
    }),
  },
  {
    status: 4,
    why: 'a token in one account of two',
    wish: (server) => ({
      key: userNamed(server, 'reader'),
      account: `${accountNamed(server, 'Academy')},${accountNamed(server, 'Newsroom')}`,
    }),
  },
  {
    status: 4,
    why: 'an application where a user is needed',
    wish: (server) => ({ path: '/api/user/viewme', type: 'application', key: server.credentials.application }),
  },
  { status: 6, why: 'an unknown argument', wish: inAccount({ args: { colour: 'red' } }) },
  { status: 6, why: 'an argument with brackets', wish: inAccount({ body: 'item%5B%5D=a' }) },
  { status: 6, why: 'text that is not UTF-8', wish: inAccount({ body: 'title=%FF' }) },
  { status: 6, why: 'a malformed integer', wish: inAccount({ args: { limit: 'ten' } }) },
  { status: 6, why: 'a fraction', wish: inAccount({ args: { limit: '1.5' } }) },
  { status: 6, why: 'a negative limit', wish: inAccount({ args: { limit: '-1' } }) },
  { status: 6, why: 'a limit that is too large', wish: inAccount({ args: { limit: '1001' } }) },
  { status: 6, why: 'a negative offset', wish: inAccount({ args: { offset: '-1' } }) },
  { status: 6, why: 'a boolean in words', wish: inAccount({ args: { archived: 'true' } }) },
  { status: 6, why: 'a day that does not exist', wish: inAccount({ args: { mindatecreated: '2024-02-30 00:00:00' } }) },
  {
    status: 6,
    why: 'a date in an unknown zone',
    wish: inAccount({ args: { mindatecreated: '2024-02-03 00:00:00@Nowhere' } }),
  },
  { status: 6, why: 'a date in another form', wish: inAccount({ args: { mindatecreated: '2024-02-03T00:00:00Z' } }) },
  { status: 6, why: 'an empty element', wish: inAccount({ args: { item: 'a,,b' } }) },
  { status: 6, why: 'a malformed ID', wish: inAccount({ args: { item: 'a b' } }) },
  { status: 6, why: 'two keywords', wish: inAccount({ args: { searchkeywords: 'a,b' } }) },
  { status: 6, why: 'an unknown order field', wish: inAccount({ args: { orderfield: 'colour' } }) },
  { status: 6, why: 'an unknown order', wish: inAccount({ args: { order: 'up' } }) },
  {
    status: 6,
    why: 'a malformed URL',
    wish: inAccount({ path: '/api/item/create', args: { externallink: 'nowhere' } }),
  },
];

describe.each(adapters)('over $name', (adapter) => {
  let server: TestServer;
  beforeAll(async () => {
    server = await adapter.start();
  });
  beforeEach(() => {
    server.state.readOnly = false;
    server.journal.clear();
  });
  afterAll(() => server.close());

  test.each(refusals)('$status for $why', async ({ status, wish, prepare }) => {
    prepare?.(server);
    const { target, body } = signFor(server, wish(server));
    const answered = await adapter.send(server, { target, body });
    expect(answered.status).toBe(200);
    expect(JSON.parse(answered.text)).toEqual({
      header: {
        status,
        statusmessage: describeStatus(status).meaning,
        apiversion: 3,
        cacheable: false,
        timezone: expect.any(String) as string,
      },
      body: null,
    });
    const [entry] = server.journal.entries();
    expect(entry).toMatchObject({ status, statusName: describeStatus(status).name, httpStatus: 200 });
    expect(entry?.explanation?.summary).toMatch(/^(?:[A-Z"]|[a-z]+\/).+\.$/s);
  });

  test('3 for a missing signature', async () => {
    const { path, query } = signFor(server);
    const { text } = await adapter.send(server, { target: `${path}?${query.replace(/&signature=.*/, '')}` });
    expect(text).toContain('"status":3');
  });

  test('6 for a body of another type', async () => {
    const { target, body } = signFor(server, { account: server.credentials.account, args: { limit: '1' } });
    for (const headers of [{ 'content-type': 'application/json' }, { 'content-type': 'text/plain' }]) {
      expect((await adapter.send(server, { target, body, headers })).text).toContain('"status":6');
    }
    const headers = { 'content-type': 'Application/X-WWW-Form-Urlencoded; charset=utf-8' };
    expect((await adapter.send(server, { target, body, headers })).text).toContain('"status":0');
  });

  test('a timestamp at the edge of the window, and a window that was set', async () => {
    const now = Math.floor(server.clock.now() / 1000);
    server.clock.freeze();
    server.state.timestampWindow = 60;
    const answers = await Promise.all(
      [-61, -60, 60, 61].map((off) => ask(server, { path: '/api/user/viewme', timestamp: now + off }, adapter)),
    );
    server.state.timestampWindow = 900;
    server.clock.resume();
    expect(answers.map(({ header }) => header.status)).toEqual([2, 0, 0, 2]);
  });

  test('a fault of the server itself is status 1', async () => {
    server.state.newId = () => 'not an ID';
    const { header } = await ask(server, { path: '/api/item/create', account: server.credentials.account }, adapter);
    expect(header.status).toBe(1);
    expect(server.journal.entries()[0]?.explanation?.summary).toContain('itself failed');
  });
});
