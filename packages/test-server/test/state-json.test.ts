import { isDeepStrictEqual } from 'node:util';
import { describe, expect, test } from 'vitest';
import { createTestServer } from '../src/index.js';
import { addRecord, updateRecord } from '../src/state/json/add-record.js';
import { recordKinds, recordTypes } from '../src/state/json/record-types.js';
import { writeRecord } from '../src/state/json/write-record.js';
import type { RecordKind } from '../src/state/record-kinds.js';
import type { RecordCollections } from '../src/state/state.js';

/** Copies the records of a kind through the text of JSON. */
function copy(from: RecordCollections, to: RecordCollections, kind: RecordKind): void {
  const texts = [...from[kind]].map((record) => JSON.stringify(writeRecord(kind, record)));
  for (const [at, text] of texts.entries()) addRecord(to, kind, JSON.parse(text), `${kind}[${at}]`);
}

/** A server with at least one record of every kind, in which a field that may be set or not is set somewhere. */
function full() {
  const server = createTestServer();
  const { state, credentials } = server;
  const { account, user, application } = credentials;
  const [item] = state.items;
  const id = item?.id ?? '';
  state.metadatakeys.add({ name: 'producer', account });
  state.recordschedules.add({ account, startdate: new Date('2024-05-01T12:00:00Z'), duration: 60 });
  state.uploadtokens.add({ item: id });
  state.files.add({ item: id, content: 'abc', size: 3 });
  state.challenges.add({ username: 'editor', application: application.id });
  state.sessions.add({ user: user.id, application: application.id });
  state.items.update(id, { securityprofile: [...state.securityprofiles][0]?.id ?? null, vrtype: 'mono' });
  return server;
}

describe('records as JSON', () => {
  test('every collection of the state has a table', () => {
    const { state } = createTestServer();
    const collections = Object.entries(state).filter(([, value]) => value instanceof state.items.constructor);
    expect(collections.map(([name]) => name).toSorted()).toEqual(recordKinds.toSorted());
    expect(Object.keys(recordTypes).toSorted()).toEqual(recordKinds.toSorted());
  });

  test('every record comes back as it was, and the order of the kinds leaves no reference dangling', () => {
    const from = full().state;
    const to = createTestServer({ scenario: 'empty' }).state;
    for (const kind of recordKinds.toReversed()) for (const { id } of to[kind]) to[kind].remove(id);
    for (const kind of recordKinds) copy(from, to, kind);
    for (const kind of recordKinds) {
      expect(from[kind].size, kind).toBeGreaterThan(0);
      expect([...to[kind]]).toEqual([...from[kind]]);
    }
  });

  test('dates are ISO texts, and moments too', () => {
    const { state } = full();
    const [session] = state.sessions;
    const [item] = state.items;
    if (session === undefined || item === undefined) throw new Error('nothing there');
    const written = writeRecord('sessions', session);
    expect(written['expires']).toBe(new Date(session.expires).toISOString());
    expect(writeRecord('items', item)['datecreated']).toBe(item.datecreated.toISOString());
  });
});

const account = createTestServer().credentials.account;

/** A change of JSON, and what the error says of it. */
const refusals: readonly (readonly [RecordKind, unknown, string])[] = [
  ['items', 5, 'x.json: items[3]: expected an object, given 5.'],
  ['items', [], 'x.json: items[3]: expected an object, given an array of 0.'],
  ['items', {}, 'x.json: items[3].account: expected the ID of one of the accounts, given undefined.'],
  ['items', { account: 'nowhere' }, 'x.json: items[3].account: expected an ID that exists in the state'],
  ['items', { account, id: 'a b' }, 'x.json: items[3].id: expected an ID: 1 to 64 letters, digits, "_" and "-", given'],
  ['items', { account, datecreatd: '2024-01-01' }, 'given "datecreatd". Did you mean "datecreated"?'],
  ['items', { account, Title: 'x' }, 'x.json: items[3].Title: expected one of the fields id, title, '],
  ['items', { account, nonsense: 1 }, 'vrtype, given "nonsense".'],
  [
    'items',
    JSON.parse(`{ "account": "${account}", "__proto__": 1 }`),
    'items[3].__proto__: expected one of the fields',
  ],
  [
    'items',
    { account, datecreated: '2024-13-01T00:00:00Z' },
    'items[3].datecreated: expected an ISO date with its zone',
  ],
  [
    'items',
    { account, datecreated: '2024-01-01 12:00:00' },
    'items[3].datecreated: expected an ISO date with its zone',
  ],
  ['items', { account, datecreated: null }, 'items[3].datecreated: expected an ISO date with its zone'],
  ['items', { account, views: -1 }, 'items[3].views: expected a whole number from 0, given -1.'],
  ['items', { account, archived: 1 }, 'items[3].archived: expected true or false, given 1.'],
  ['items', { account, keywords: 'a,b' }, 'items[3].keywords: expected a list, given "a,b".'],
  ['items', { account, keywords: ['a', 2] }, 'items[3].keywords[1]: expected a text, given 2.'],
  [
    'items',
    { account, medialink: { dash: '' } },
    'items[3].medialink.dash: expected one of the fields progressive, hls',
  ],
  [
    'users',
    { username: 'x', roles: [{}] },
    'items[3].roles[0].role: expected the ID of one of the roles, given undefined.',
  ],
  ['users', { username: 'x', roles: [{ role: 'no' }] }, 'items[3].roles.role: expected an ID that exists in the state'],
  [
    'securityprofiles',
    { name: 'x', rules: [{ type: 'ip', verdict: 'NO' }] },
    'rules[0].verdict: expected ALLOW or DENY',
  ],
  ['services', { name: 'x', responses: { a: 1 } }, 'items[3].responses.a: expected a text'],
];

describe('what is refused', () => {
  test.each(refusals)('%s %j', (kind, json, message) => {
    const { state } = createTestServer();
    const before = state[kind].size;
    expect(() => addRecord(state, kind, json, 'x.json: items[3]')).toThrow(
      expect.objectContaining({
        name: 'InvalidArgumentError',
        argument: expect.stringContaining('x.json: items[3]') as string,
        message: expect.stringContaining(message) as string,
      }),
    );
    expect(state[kind].size).toBe(before);
  });

  test.each([
    ['psk', { username: 'x', psk: 12_345 }],
    ['a password', { username: 'x', password: { salt: 'canary-5', s: 12_345, v2hash: '' } }],
    ['a password that is none', { username: 'x', password: 12_345 }],
    ['a response', { name: 'x', responses: { canary: 12_345 } }],
  ])('%s is not shown', (name, json) => {
    const { state } = createTestServer();
    const kind = name === 'a response' ? 'services' : 'users';
    expect(() => addRecord(state, kind, json, 'x.json: users[0]')).toThrow(/^(?!.*12345).*expected .*$/s);
  });

  test('changes: some fields, never the ID', () => {
    const { state } = createTestServer();
    const [item] = state.items;
    const id = item?.id ?? '';
    expect(updateRecord(state, 'items', id, { title: 'Other', dateaired: null }, 'items')).toEqual({
      ...item,
      title: 'Other',
      dateaired: null,
    });
    expect(() => updateRecord(state, 'items', id, { id: 'x' }, 'body')).toThrow('body.id: expected one of the fields');
    expect(() => updateRecord(state, 'items', id, { account: 'x' }, 'body')).toThrow('body.account: expected');
    expect(() => updateRecord(state, 'items', 'nothing', {}, 'body')).toThrow('expected the ID of a record');
  });
});

/** Records of which as little as possible is told. */
function make() {
  const server = createTestServer({ clock: () => Date.parse('2025-06-01T10:00:00.700Z') });
  const { state, credentials } = server;
  const item = state.items.add({ account: credentials.account });
  const user = state.users.add({ username: 'new' });
  const session = state.sessions.add({ user: user.id, application: credentials.application.id });
  const playlist = state.playlists.add({ entries: [{ item: item.id }, { item: item.id, position: 7 }] });
  const { id } = state.securityprofiles.add({ name: 'x', rules: [{ type: 'ip' }, { type: 'time' }] });
  const rules = state.securityprofiles.update(id, { rules: [{ type: 'ip' }] }).rules;
  return { item, user, session, playlist, rules };
}

describe('what may be left out', () => {
  test('is filled in, the same for the same seed', () => {
    const { item, user, session, playlist, rules } = make();
    expect(item).toMatchObject({ title: item.id, type: 'video', archived: false, keywords: [], user: null });
    expect(item.datecreated.toISOString()).toBe('2025-06-01T10:00:00.000Z');
    expect(item.datemodified).toEqual(item.datecreated);
    expect(user).toMatchObject({ active: true, password: null, roles: [], timezone: 'Europe/Amsterdam', email: '' });
    expect(user.psk).toMatch(/^[A-Za-z0-9]{32}$/);
    expect(session.expires).toBe(Date.parse('2025-06-01T11:00:00Z'));
    expect(playlist.entries).toMatchObject([{ position: 0, livestream: null }, { position: 7 }]);
    expect(rules).toMatchObject([{ position: 0, verdict: 'DENY', start: null, fields: {} }]);
    expect(isDeepStrictEqual(make(), { item, user, session, playlist, rules })).toBe(true);
  });

  test('a date that is given for the making counts for the change as well', () => {
    const { state, credentials } = createTestServer();
    const datecreated = new Date('2020-02-02T00:00:00Z');
    expect(state.items.add({ account: credentials.account, datecreated }).datemodified).toEqual(datecreated);
  });
});
