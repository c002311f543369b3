import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type TestServer, startTestServer } from '../src/index.js';
import { socket } from './adapters.js';
import { type PartialWish, signFor } from './ask.js';
import { bcryptHashes, respond } from './login.js';

/**
 * The captured exchanges of the catalogue, byte by byte: the server is given the records that the
 * capture shows, and what it draws by chance (challenge, session) is put into the expected text.
 */

let server: TestServer;
let application: string;
let user: string;

beforeAll(async () => {
  server = await startTestServer({ scenario: 'empty' });
  server.clock.set(new Date('2016-01-20T10:00:00Z'));
  server.clock.freeze();
  const { state, credentials } = server;
  ({ id: application } = credentials.application);
  ({ id: user } = credentials.user);
  state.applications.update(application, {
    name: 'Application Title',
    description: 'Application Description',
    datecreated: new Date('2015-09-28T07:00:02Z'),
    datemodified: new Date('2015-09-28T07:00:02Z'),
  });
  state.users.update(user, {
    datecreated: new Date('2015-09-28T07:05:57Z'),
    datemodified: new Date('2016-01-15T08:24:41Z'),
    email: 'user@streamone.test',
  });
});
afterAll(() => server.close());

async function text(wish: PartialWish): Promise<string> {
  const { target, body } = signFor(server, wish);
  return (await socket.send(server, { target, body })).text;
}

const asApplication = (path: string, args: Record<string, string>): PartialWish => ({
  path,
  type: 'application',
  args,
});

function bodyOf(answer: string): unknown {
  return (JSON.parse(answer) as { body: unknown }).body;
}

const HEADER = '{"status":0,"statusmessage":"OK","apiversion":3,"cacheable":false,"timezone":"Europe/Amsterdam"}';

describe('captured exchanges', () => {
  test('application/view', async () => {
    const wish = asApplication('/api/application/view', { application, limit: '3' });
    expect(await text({ ...wish, customer: server.credentials.customer })).toBe(
      '{"header":{"status":0,"statusmessage":"OK","apiversion":3,"cacheable":true,"count":1,"timezone":"Europe/Amsterdam"},' +
        `"body":[{"id":"${application}","name":"Application Title","description":"Application Description",` +
        '"datecreated":"2015-09-28 09:00:02","datemodified":"2015-09-28 09:00:02","active":true,"iplock":null,' +
        '"timezone":"Europe/Amsterdam"}]}',
    );
  });

  test('session/initialize, session/create, and user/viewme in the session', async () => {
    const salt = '$2y$12$baztaaydu13s4ah6y6pegt';
    const { password } = server.state.users.get(user) ?? {};
    if (!password) throw new Error('no password');
    server.state.users.update(user, { password: { ...password, salt } });
    const initialized = await text(asApplication('/api/session/initialize', { user: 'user', userip: '127.0.0.2' }));
    const { challenge } = bodyOf(initialized) as { challenge: string };
    expect(challenge).toMatch(/^[A-Za-z0-9]{32}$/);
    expect(initialized).toBe(
      `{"header":${HEADER},"body":{"challenge":"${challenge}","salt":"${salt}","needsv2hash":false}}`,
    );

    server.state.users.update(user, {
      password: { ...password, s: '779d5af0bb3c81aed7b6503b7eb28aa3bd9cc8ef9ae48f57e3b103fa6de9fde4' },
    });
    const response = respond(bcryptHashes.editor, challenge);
    const created = await text(asApplication('/api/session/create', { challenge, response }));
    const { id, key } = bodyOf(created) as { id: string; key: string };
    expect([id, key]).toEqual([expect.stringMatching(/^[\w-]{12}$/), expect.stringMatching(/^[A-Za-z0-9]{32}$/)]);
    expect(created).toBe(`{"header":${HEADER},"body":{"id":"${id}","key":"${key}","timeout":3600,"user":"${user}"}}`);

    expect(await text({ path: '/api/user/viewme', session: { id, key } })).toBe(
      '{"header":{"status":0,"statusmessage":"OK","apiversion":3,"cacheable":true,"sessiontimeout":3600,"timezone":"Europe/Amsterdam"},' +
        `"body":{"id":"${user}","username":"user","active":true,"datecreated":"2015-09-28 09:05:57","datemodified":"2016-01-15 09:24:41",` +
        '"email":"user@streamone.test","sessionsenabled":true,"timezone":"Europe/Amsterdam","mobilephone":"","address":"","zipcode":"","city":"",' +
        '"firstname":"","lastname":""}}',
    );
  });
});

describe('the vendor’s worked examples of dates, for an actor in Europe/Amsterdam', () => {
  test.each([
    ['2014-01-01 00:00:00', '2014-01-01 00:00:00'],
    ['2014-01-01 00:00:00@Europe/London', '2014-01-01 01:00:00'],
    ['2014-01-01 00:00:00@UTC', '2014-01-01 01:00:00'],
    ['2014-01-01 00:00:00@Europe/Moscow', '2013-12-31 21:00:00'],
  ])('%s comes back as %s', async (dateaired, shown) => {
    const { account } = server.credentials;
    const answer = await text({ path: '/api/item/create', account, args: { dateaired } });
    expect((bodyOf(answer) as { dateaired: string }).dateaired).toBe(shown);
    const filter = { mindateaired: dateaired, maxdateaired: dateaired, limit: '1' };
    expect(bodyOf(await text({ account, args: filter }))).toHaveLength(1);
  });

  test('another zone in the request is that of input and output alike', async () => {
    const { account } = server.credentials;
    const args = { dateaired: '2014-01-01 00:00:00' };
    const wish = { path: '/api/item/create', account, args };
    const made = bodyOf(await text({ ...wish, timezone: 'Asia/Tokyo' })) as { id: string; dateaired: string };
    expect(made.dateaired).toBe('2014-01-01 00:00:00');
    expect(bodyOf(await text({ account, args: { item: made.id } }))).toMatchObject([
      { dateaired: '2013-12-31 16:00:00' },
    ]);
  });
});
