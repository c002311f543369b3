import { beforeEach, describe, expect, test } from 'vitest';
import { type TestServer, createTestServer } from '../src/index.js';
import { type Envelope, type PartialWish, ask } from './ask.js';
import { create, initialize, respond } from './login.js';

interface Shown {
  readonly id: string;
  readonly username: string;
  readonly singlesignontokens: readonly { readonly service: { readonly id: string } }[];
}

let server: TestServer;
beforeEach(() => {
  server = createTestServer();
  server.clock.set(new Date('2026-03-01T12:00:00.789Z'));
  server.clock.freeze();
});

const users = (args: Record<string, string> = {}, wish: PartialWish = {}): Promise<Envelope<Shown[]>> =>
  ask(server, { path: '/api/user/view', customer: server.credentials.customer, args, ...wish });

async function names(args: Record<string, string>, wish?: PartialWish): Promise<string[]> {
  const { header, body } = await users({ limit: '100', ...args }, wish);
  expect(header.status).toBe(0);
  expect(header.count).toBe(body.length);
  return body.map(({ username }) => username);
}

describe('user/view', () => {
  beforeEach(() => {
    const [editor, reader] = [...server.state.users];
    if (editor === undefined || reader === undefined) throw new Error('nobody');
    server.state.users.update(editor.id, {
      datecreated: new Date('2016-01-01T00:00:00Z'),
      email: 'Eva@studio.example',
    });
    server.state.users.update(reader.id, { datemodified: new Date('2025-06-01T10:00:00.500Z'), lastname: 'de Boer' });
  });

  test.each([
    [{}, ['reader', 'former', 'editor']],
    [{ active: '1' }, ['reader', 'editor']],
    [{ active: '0' }, ['former']],
    [{ active: '' }, ['reader', 'former', 'editor']],
    [{ username: 'editor' }, ['editor']],
    [{ username: 'edit' }, []],
    [{ searchusername: 'EDIT' }, ['editor']],
    [{ searchusername: 'r' }, ['reader', 'former', 'editor']],
    [{ searchfirstname: 'uben' }, ['reader']],
    [{ searchlastname: 'meij' }, ['editor']],
    [{ searchemail: 'eva@' }, ['editor']],
    [{ email: 'Eva@studio.example' }, ['editor']],
    [{ email: 'eva' }, []],
    [{ mindatecreated: '2016-01-01 00:00:00@UTC' }, ['editor']],
    [{ maxdatecreated: '2015-12-31 23:59:59@UTC' }, ['reader', 'former']],
    [{ mindatemodifed: '2025-06-01 10:00:00@UTC' }, ['reader']],
    [{ mindatemodified: '2025-06-01 10:00:00@UTC' }, ['reader']],
    [{ maxdatemodifed: '2025-06-01 10:00:00@UTC' }, ['reader', 'former', 'editor']],
    [{ maxdatemodified: '2025-06-01 09:59:59@UTC' }, ['former', 'editor']],
  ])('%j', async (args, expected) => {
    expect((await names(args)).toSorted()).toEqual(expected.toSorted());
  });

  test.each([
    ['created', ['editor']],
    ['modified', ['reader']],
    ['username', ['reader', 'former', 'editor']],
    ['name', ['reader', 'editor', 'former']],
    ['email', ['reader', 'former', 'editor']],
  ])('ordered by %s, downwards', async (orderfield, start) => {
    const down = await names({ orderfield, order: 'desc' });
    expect(down.slice(0, start.length)).toEqual(start);
    expect(await names({ orderfield })).toEqual(down.toReversed());
  });

  test('pages, one by ID, the fields in the document’s order, no secret', async () => {
    const [second] = (await users({ orderfield: 'username', limit: '1', offset: '1' })).body;
    expect(second?.username).toBe('former');
    const { body, header } = await users({ user: server.credentials.user.id });
    expect(header.count).toBe(1);
    expect(Object.keys(body[0] ?? {})).toEqual([
      'id',
      'username',
      'active',
      'datecreated',
      'datemodified',
      'email',
      'mobilephone',
      'firstname',
      'lastname',
      'address',
      'zipcode',
      'city',
      'sessionsenabled',
      'timezone',
      'customer',
      'singlesignontokens',
    ]);
    expect(JSON.stringify(body)).not.toMatch(new RegExp(`${server.credentials.user.psk}|\\$2y\\$|psk|password`));
  });

  test('6 for an order that it does not have', async () => {
    expect((await users({ orderfield: 'age' })).header.status).toBe(6);
    expect((await users({ order: 'sideways' })).header.status).toBe(6);
  });

  test('only users of the customer that is given', async () => {
    const neighbour = server.state.customers.find(({ name }) => name === 'Omroep Hiernaast')?.id ?? null;
    const [editor] = server.state.users;
    if (editor === undefined) throw new Error('nobody');
    server.state.users.add({ ...editor, id: 'theirpersonx', username: 'theirs', customer: neighbour });
    expect(await names({})).not.toContain('theirs');
    const everywhere = server.state.roles.add({ id: 'everywhere01', name: 'Everywhere', tokens: ['user-read'] });
    server.state.users.update(editor.id, { roles: [{ role: everywhere.id }] });
    const { customer: _, ...open } = { customer: undefined, path: '/api/user/view', args: { limit: '100' } };
    expect((await ask<Shown[]>(server, open)).body.map(({ username }) => username)).toContain('theirs');
    expect(await names({}, { customer: neighbour ?? '' })).toEqual(['theirs']);
  });
});

const accountNamed = (name: string) => server.state.accounts.find((account) => account.name === name)?.id ?? '';

const basic = async (wish: PartialWish) => (await ask<Shown[]>(server, { path: '/api/user/viewbasic', ...wish })).body;

test('user/viewbasic: names for completion, with an account of those who have rights in it', async () => {
  const inAcademy = await basic({ account: accountNamed('Academy') });
  expect(inAcademy.map(({ username }) => username)).toEqual(['editor', 'former', 'reader']);
  expect(Object.keys(inAcademy[0] ?? {})).toEqual(['id', 'username']);
  expect((await basic({ account: accountNamed('Newsroom') })).map(({ username }) => username)).toEqual([
    'editor',
    'former',
  ]);
  server.state.users.update(server.credentials.user.id, { customer: null });
  expect(await basic({ account: accountNamed('Academy') })).toHaveLength(3);
  expect((await basic({ account: accountNamed('Academy'), args: { searchusername: 'READ' } })).length).toBe(1);
});

const making = (args: Record<string, string>) =>
  ask<Record<string, unknown> & Shown>(server, {
    path: '/api/user/create',
    customer: server.credentials.customer,
    args,
  });

describe('user/create', () => {
  test('makes a user without password and roles, whom user/view shows', async () => {
    const args = {
      username: 'new',
      email: 'new@studio.example',
      firstname: 'N',
      lastname: 'Ew',
      timezone: 'Asia/Tokyo',
      mobilephone: '+31 6',
      address: 'Street 1',
      zipcode: '1234 AB',
      city: 'Zwolle',
      active: '1',
      sessionsenabled: '1',
    };
    const { body } = await making(args);
    expect(body).toMatchObject({
      ...args,
      active: true,
      sessionsenabled: true,
      datecreated: '2026-03-01 13:00:00',
      customer: { id: server.credentials.customer, name: 'Studio Zuidwester' },
      singlesignontokens: [],
    });
    expect((await users({ username: 'new' })).body).toEqual([body]);
    expect(server.state.users.get(body.id)).toMatchObject({ roles: [], password: null });
    const { challenge } = (await initialize(server, 'new')).body;
    const response = respond('x'.repeat(60), challenge);
    expect((await create(server, { challenge, response })).header.status).toBe(281);
  });

  test('defaults, and 6 without a name', async () => {
    const { body } = await making({ username: 'bare', active: '0' });
    expect(body).toMatchObject({ active: false, sessionsenabled: true, timezone: 'Europe/Amsterdam', email: '' });
    expect((await making({})).header.status).toBe(6);
  });
});

test('a token for single sign-on: linked once, shown, cleared', async () => {
  const [service] = server.state.services;
  const { customer, user } = server.credentials;
  const wish = { customer, args: { user: user.id, service: service?.id ?? '', response: 'response-for-editor' } };
  const link = () => ask<Shown>(server, { ...wish, path: '/api/user/linkssotoken' });
  const { body } = await link();
  expect(body.singlesignontokens).toEqual([{ service: { id: service?.id, type: 'saml', name: 'Studio sign-on' } }]);
  expect((await link()).header.status).toBe(431);
  expect(() => server.state.services.remove(service?.id ?? '')).toThrow('services.id');
  const { response: _, ...args } = wish.args;
  const clear = () => ask<Shown>(server, { customer, args, path: '/api/user/clearssotoken' });
  expect((await clear()).body.singlesignontokens).toEqual([]);
  expect((await clear()).header.status).toBe(432);
});
