import { describe, expect, test } from 'vitest';
import { createTestServer } from '../src/index.js';
import { type PartialWish, type Row, ask, view } from './ask.js';

const START = new Date('2026-03-01T12:00:00.789Z');

function frozen() {
  const server = createTestServer();
  server.clock.set(START);
  server.clock.freeze();
  return server;
}

describe('item/create', () => {
  test.each([
    'Café ☕ – “naïve” 100% + more & less = ?',
    'e\u0301 is not \u00e9',
    'فيديو جديد',
    '動画テスト',
    '👩‍💻🏳️‍🌈',
    ' spaces around ',
    'line\r\nbreak\tand tab',
    "~*'()!;,/?:@&=+$#[]%20%",
    '\u0000\u007f\u2028',
    'a'.repeat(10_000),
  ])('gives the title %j back, and finds it', async (title) => {
    const server = createTestServer();
    const { account } = server.credentials;
    const made = await ask<Row>(server, { path: '/api/item/create', account, args: { title } });
    expect(made.header.status).toBe(0);
    expect(made.body.title).toBe(title);
    expect((await view(server, { title })).body).toEqual([made.body]);
    expect((await view(server, { searchtitle: Array.from(title).slice(1, -1).join('') || title })).body).toContainEqual(
      made.body,
    );
  });

  test('takes every argument', async () => {
    const server = frozen();
    const { account } = server.credentials;
    const livestream = server.state.livestreams.find((record) => record.account === account)?.id ?? '';
    const securityprofile = server.state.securityprofiles.find((record) => record.account === account)?.id ?? '';
    const args = {
      itemtype: 'audio',
      title: 'A song',
      author: 'Somebody',
      copyright: '© Somebody',
      description: 'Of songs',
      externalid: 'SONG-1',
      dateaired: '2014-01-01 00:00:00@Europe/Moscow',
      externallink: 'https://example.org/song',
      keywords: 'one, two,,three',
      securityprofile,
      livestream,
      archived: '1',
      protected: '1',
      vrtype: 'flat',
    };
    const { body } = await ask<Row>(server, { path: '/api/item/create', account, args });
    const { itemtype: _, ...shown } = args;
    expect(body).toMatchObject({
      ...shown,
      type: 'audio',
      dateaired: '2013-12-31 21:00:00',
      datecreated: '2026-03-01 13:00:00',
      datemodified: '2026-03-01 13:00:00',
      keywords: ['one', 'two', 'three'],
      archived: true,
      protected: true,
      account: { id: account, name: 'Newsroom' },
    });
    expect(body.id).toMatch(/^[A-Za-z0-9_-]{12}$/);
    expect(server.state.items.get(body.id)?.user).toBe(server.credentials.user.id);
  });

  test('takes nothing: the title is the ID', async () => {
    const server = createTestServer();
    const { account } = server.credentials;
    for (const args of [{}, { title: '', archived: '', dateaired: '' }]) {
      const { body } = await ask<Row>(server, { path: '/api/item/create', account, args });
      expect(body).toMatchObject({ title: body.id, archived: false, dateaired: null, keywords: [], description: null });
    }
  });

  test('a retry of the same bytes makes a second item: writes are not idempotent', async () => {
    const server = createTestServer();
    const before = server.state.items.size;
    const wish = {
      path: '/api/item/create',
      account: server.credentials.account,
      timestamp: Math.floor(Date.now() / 1000),
    };
    await ask(server, wish);
    await ask(server, wish);
    expect(server.state.items.size).toBe(before + 2);
  });
});

test('user/viewme shows the user, in the zone of the request', async () => {
  const server = createTestServer();
  const { header, body } = await ask<unknown>(server, { path: '/api/user/viewme', timezone: 'UTC' });
  expect(header).toEqual({ status: 0, statusmessage: 'OK', apiversion: 3, cacheable: true, timezone: 'UTC' });
  expect(body).toEqual({
    id: server.credentials.user.id,
    username: 'editor',
    active: true,
    datecreated: '2015-09-28 07:05:57',
    datemodified: '2024-01-15 08:24:41',
    email: 'editor@studio.example',
    sessionsenabled: true,
    timezone: 'Europe/Amsterdam',
    mobilephone: '',
    address: '',
    zipcode: '',
    city: '',
    firstname: 'Eva',
    lastname: 'Meijer',
  });
});

test('api/info answers an object to a user and to an application, with and without account', async () => {
  const server = createTestServer();
  const { account, customer, application } = server.credentials;
  for (const scope of [{}, { account }, { customer }]) {
    expect((await ask(server, { path: '/api/api/info', ...scope })).body).toBeTypeOf('object');
    const answer = await ask(server, { path: '/api/api/info', type: 'application', key: application, ...scope });
    expect(answer.header.status).toBe(0);
  }
});

test('authentication_type may be left out for a user', async () => {
  const server = createTestServer();
  const wish: PartialWish = {
    path: '/api/user/viewme',
    parameters: (pairs) => pairs.filter(([name]) => name !== 'authentication_type'),
  };
  expect((await ask(server, wish)).header.status).toBe(0);
});

function snapshot(seed?: number, scenario = 'studio'): string {
  const { credentials, state } = createTestServer({ scenario, ...(seed !== undefined && { seed }) });
  return JSON.stringify([credentials, [...state.users], [...state.applications], [...state.items]]);
}

async function firstId(disturb: boolean): Promise<string> {
  const server = createTestServer({ seed: 5 });
  if (disturb) server.faults.add({ status: 8, probability: 0.01 });
  const { account } = server.credentials;
  return (await ask<Row>(server, { path: '/api/item/create', account })).body.id;
}

describe('scenarios', () => {
  test('the same seed gives the same studio, another seed another', () => {
    expect(snapshot(1)).toBe(snapshot());
    expect(snapshot(7)).toBe(snapshot(7));
    expect(snapshot(2)).not.toBe(snapshot(1));
    expect(snapshot(1, 'empty')).toBe(snapshot(1, 'empty'));
  });

  test('IDs that are made later follow the seed too, whatever faults were ordered', async () => {
    expect(await firstId(true)).toBe(await firstId(false));
  });

  test('the studio has 40 items over two accounts, of every type, some archived, titles in many scripts', () => {
    const { state, credentials } = createTestServer();
    const own = [...state.accounts].filter(({ customer }) => customer === credentials.customer).map(({ id }) => id);
    const items = [...state.items].filter(({ account }) => own.includes(account));
    expect(own).toHaveLength(2);
    expect(items).toHaveLength(40);
    expect(new Set(items.map(({ type }) => type))).toEqual(new Set(['video', 'audio', 'videoonly']));
    expect(items.filter(({ archived }) => archived).length).toBeGreaterThan(3);
    for (const script of [/\p{sc=Arabic}/u, /\p{sc=Han}/u, /\p{sc=Cyrillic}/u, /\p{Emoji_Presentation}/u, /\p{M}/u]) {
      expect(items.some(({ title }) => script.test(title))).toBe(true);
    }
    expect(new Set(items.map(({ title }) => title)).size).toBe(40);
  });

  test('empty has an account to work in and no items', async () => {
    const server = createTestServer({ scenario: 'empty' });
    expect(await view(server)).toMatchObject({ body: [], header: { status: 0, count: 0 } });
  });
});
