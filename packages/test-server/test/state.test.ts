import { describe, expect, test } from 'vitest';
import { type Scenario, createTestServer, scenarioNamed } from '../src/index.js';

const server = createTestServer();
const { state } = server;
const [item] = state.items;
const [user] = state.users;
const [livestream] = state.livestreams;
const [playlist] = state.playlists;
const [application] = state.applications;
const [entry] = playlist?.entries ?? [];
const token = { service: 'nothing', subject: 'x' };
const session = { id: 'x', key: 'k', user: 'nobody', application: 'x', datecreated: new Date(0), expires: 1 };
if (livestream === undefined || playlist === undefined || application === undefined || entry === undefined) {
  throw new Error('an empty studio');
}
if (item === undefined || user === undefined) throw new Error('an empty studio');

/** What somebody without types may give. */
function given(fields: object) {
  return fields as Parameters<typeof state.items.add>[0];
}

const slip: Scenario = (filling, random) => {
  const credentials = scenarioNamed('studio')(filling, random);
  filling.items.add(given({ titel: 'x', account: credentials.account }));
  return credentials;
};

describe('fields are checked as those in JSON', () => {
  const { account } = server.credentials;
  test.each([
    [
      'a field that is none',
      { titel: 'x', account },
      /^items\.titel: expected one of the fields id, .*Did you mean "title"/,
    ],
    ['a text for a date', { datecreated: '2024-01-01', account }, /^items\.datecreated: expected/],
    ['a number for a text', { title: 5, account }, 'items.title: expected a text, given 5.'],
    ['a text for a list', { keywords: 'sea', account }, 'items.keywords: expected'],
    ['no account', { title: 'x' }, 'items.account: expected the ID of one of the accounts, given undefined.'],
    ['a list', [], 'items: expected an object, given an array of 0.'],
  ])('%s is refused', (_, fields, message) => {
    expect(() => state.items.add(given(fields))).toThrow(message);
  });
  test('changes are too, and secrets not shown', () => {
    if (item === undefined || user === undefined) throw new Error('an empty studio');
    expect(() => state.items.update(item.id, given({ archivd: true }))).toThrow('Did you mean "archived"?');
    const psk = ['a-key-in-a-list'];
    expect(() => state.users.update(user.id, given({ psk }))).toThrow(/^users\.psk: (?!.*a-key)/);
  });
  test("in a scenario's function as well", () => {
    expect(() => createTestServer({ scenario: slip })).toThrow('items.titel');
  });
});

describe('references stay whole', () => {
  test.each([
    ['an item without its account', () => state.items.add({ ...item, id: 'newitem00001', account: 'nowhere' })],
    ['an item by an unknown user', () => state.items.add({ ...item, id: 'newitem00001', user: 'nobody' })],
    ['an item moved to an unknown account', () => state.items.update(item.id, { account: 'nowhere' })],
    ['a role that is not there', () => state.users.update(user.id, { roles: [{ role: 'none' }] })],
    ['an account with items removed', () => state.accounts.remove(item.account)],
    ['a customer with accounts removed', () => state.customers.remove(server.credentials.customer)],
    ['an ID that is taken', () => state.items.add(item)],
    ['an ID that can be none', () => state.items.add({ ...item, id: 'a b' })],
    ['a live stream with items removed', () => state.livestreams.remove(item.livestream ?? livestream.id)],
    ['a playlist of an unknown user', () => state.playlists.update(playlist.id, { user: 'nobody' })],
    ['an entry of an unknown item', () => state.playlists.update(playlist.id, { entries: [{ ...entry, item: 'x' }] })],
    ['an item with an unknown security profile', () => state.items.update(item.id, { securityprofile: 'x' })],
    ['an application of an unknown account', () => state.applications.update(application.id, { account: 'x' })],
    ['a link to an unknown service', () => state.users.update(user.id, { singlesignontokens: [token] })],
    ['a session of nobody', () => state.sessions.add(session)],
    ['a change to what is not there', () => state.items.update('nothing', { title: 'x' })],
    ['removing what is not there', () => state.items.remove('nothing')],
  ])('%s is refused', (_, change) => {
    expect(change).toThrow(/^[a-z]+\.[a-z.]+: expected/);
    expect(state.items.get(item.id)).toBe(item);
  });
});

test('what a session or a token belongs to takes it along', () => {
  const own = createTestServer().state;
  const [person] = own.users;
  const [program] = [...own.applications].slice(1);
  const [account] = own.accounts;
  if (person === undefined || program === undefined || account === undefined) throw new Error('nobody');
  const newcomer = own.users.add({ ...person, id: 'newcomer', username: 'newcomer' });
  const later = { key: 'k', application: program.id, datecreated: new Date(0), expires: 1 };
  own.sessions.add({ ...later, id: 'first', user: newcomer.id });
  own.sessions.add({ ...later, id: 'second', user: person.id });
  own.users.remove(newcomer.id);
  expect([...own.sessions].map(({ id }) => id)).toEqual(['second']);
  own.applications.remove(program.id);
  expect(own.sessions.size).toBe(0);
});

test('the clock runs, jumps, stops and goes on', () => {
  let real = 1000;
  const { clock } = createTestServer({ clock: () => real });
  expect(clock.now()).toBe(1000);
  clock.advance(10);
  real += 5;
  expect(clock.now()).toBe(11_005);
  clock.freeze();
  real += 100;
  expect(clock.now()).toBe(11_005);
  clock.advance(-1);
  expect(clock.now()).toBe(10_005);
  clock.set(new Date(5));
  expect(clock.now()).toBe(5);
  clock.resume();
  real += 1;
  expect(clock.now()).toBe(6);
  expect(() => clock.set(new Date(Number.NaN))).toThrow('date: expected a valid Date');
  expect(() => clock.advance(Number.NaN)).toThrow('seconds: expected');
});
