import { beforeAll, describe, expect, test } from 'vitest';
import { type Item, type TestServer, createTestServer } from '../src/index.js';
import { type Row, ask, view } from './ask.js';

let server: TestServer;
let newsroom: string;
let academy: string;

beforeAll(() => {
  server = createTestServer();
  newsroom = server.credentials.account;
  academy = server.state.accounts.find(({ name }) => name === 'Academy')?.id ?? '';
});

function items(fits: (item: Item) => boolean): string[] {
  return [...server.state.items].filter((item) => item.account === newsroom && fits(item)).map(({ id }) => id);
}

function ids(rows: readonly Row[]): string[] {
  return rows.map(({ id }) => id);
}

const any = (): boolean => true;
const active = (item: Item): boolean => !item.archived;
const day = (text: string): number => Date.parse(`${text}T00:00:00Z`);

interface Filtered {
  readonly args: Record<string, string>;
  readonly fits: (item: Item) => boolean;
  /** The least number of items, so that no filter is tested on nothing. */
  readonly least?: number;
}

const filters: Filtered[] = [
  { args: {}, fits: active },
  { args: { archived: '' }, fits: any },
  { args: { archived: '0' }, fits: active },
  { args: { archived: '1' }, fits: (item) => item.archived },
  { args: { title: 'Morning news, 4 March' }, fits: ({ title }) => title === 'Morning news, 4 March' },
  { args: { title: 'morning news, 4 march' }, fits: () => false, least: 0 },
  { args: { title: 'Morning news' }, fits: () => false, least: 0 },
  { args: { description: 'Bars; no sound.' }, fits: ({ description }) => description === 'Bars; no sound.' },
  { args: { externalid: 'NEWS-2024-0304' }, fits: ({ externalid }) => externalid === 'NEWS-2024-0304' },
  { args: { searchtitle: 'NEWS' }, fits: (item) => active(item) && /news/i.test(item.title), least: 3 },
  { args: { searchtitle: 'روتردام' }, fits: ({ title }) => title.includes('روتردام') },
  { args: { searchtitle: '🌊' }, fits: ({ title }) => title.includes('🌊') },
  { args: { searchtitle: '100%' }, fits: ({ title }) => title.includes('100%') },
  { args: { searchdescription: 'zaterdag' }, fits: ({ description }) => description?.includes('zaterdag') ?? false },
  { args: { searchfulltext: 'çelik' }, fits: ({ author }) => author === 'A. Çelik' },
  {
    args: { searchfulltext: 'radio' },
    fits: ({ title, keywords }) => title.includes('Radio') || keywords.includes('radio'),
    least: 2,
  },
  { args: { searchkeywords: '東京' }, fits: ({ keywords }) => keywords.includes('東京') },
  { args: { searchkeywords: 'Weather' }, fits: (item) => active(item) && item.keywords.includes('weather') },
  { args: { itemtype: 'audio' }, fits: ({ type }) => type === 'audio', least: 2 },
  { args: { itemtype: 'videoonly' }, fits: (item) => active(item) && item.type === 'videoonly', least: 2 },
  { args: { itemtype: 'hologram' }, fits: () => false, least: 0 },
  { args: { itemtype: '' }, fits: active },
  {
    args: { mindatecreated: '2024-01-01 00:00:00@UTC' },
    fits: (item) => active(item) && item.datecreated.getTime() >= day('2024-01-01'),
  },
  {
    args: { maxdatecreated: '2024-01-01 00:00:00@UTC' },
    fits: (item) => active(item) && item.datecreated.getTime() <= day('2024-01-01'),
  },
  {
    args: { mindatecreated: '2021-01-01 00:00:00', maxdatecreated: '2022-01-01 00:00:00' },
    fits: (item) => active(item) && item.datecreated.getUTCFullYear() === 2021,
  },
  {
    args: { mindatemodified: '2022-01-01 00:00:00@UTC', maxdatemodified: '2024-01-01 00:00:00@UTC' },
    fits: (item) =>
      active(item) &&
      item.datemodified.getTime() >= day('2022-01-01') &&
      item.datemodified.getTime() <= day('2024-01-01'),
  },
  {
    args: { mindateaired: '2024-03-04 06:00:00@UTC', maxdateaired: '2024-03-04 06:00:00@UTC' },
    fits: ({ dateaired }) => dateaired?.getTime() === Date.parse('2024-03-04T06:00:00Z'),
    least: 2,
  },
  {
    args: { maxdateaired: '2018-01-01 00:00:00@UTC' },
    fits: (item) => (item.dateaired?.getTime() ?? Infinity) < day('2018-01-01'),
  },
  { args: { user: 'nobody' }, fits: () => false, least: 0 },
  { args: { livestream: 'nothing' }, fits: () => false, least: 0 },
  { args: { category: 'nothing' }, fits: () => false, least: 0 },
  { args: { searchtitle: '', searchkeywords: '', user: '', item: '', mindatecreated: '' }, fits: active },
  {
    args: { searchtitle: 'news', itemtype: 'audio' },
    fits: (item) => item.type === 'audio' && /news/i.test(item.title),
  },
];

describe('filters', () => {
  test.each(filters)('$args', async ({ args, fits, least = 1 }) => {
    const { header, body } = await view(server, { limit: '100', ...args });
    const expected = items(fits);
    expect(expected.length).toBeGreaterThanOrEqual(least);
    expect(ids(body).toSorted()).toEqual(expected.toSorted());
    expect(header.count).toBe(expected.length);
  });

  test('by ID, one and several, of this account only', async () => {
    const [first = '', second = ''] = items(active);
    const [other = ''] = [...server.state.items].filter(({ account }) => account === academy).map(({ id }) => id);
    expect(ids((await view(server, { item: first })).body)).toEqual([first]);
    expect(ids((await view(server, { item: `${first},${second},${other},nothing` })).body).toSorted()).toEqual(
      [first, second].toSorted(),
    );
  });

  test('by user, live stream and category', async () => {
    const { livestream } = [...server.state.items].find((item) => item.livestream !== null) ?? {};
    const expected = items((item) => item.livestream === livestream);
    expect(ids((await view(server, { livestream: livestream ?? '' })).body)).toEqual(expected);
    const { user } = server.credentials;
    expect((await view(server, { user: user.id, limit: '100' })).header.count).toBe(
      items((item) => active(item) && item.user === user.id).length,
    );
    const categories = [...new Set([...server.state.items].flatMap((item) => item.categories))].slice(0, 2);
    const inThem = items((item) => active(item) && item.categories.some((id) => categories.includes(id)));
    expect(inThem.length).toBeGreaterThan(1);
    const { body } = await view(server, { category: categories.join(','), limit: '100' });
    expect(ids(body).toSorted()).toEqual(inThem.toSorted());
  });
});

describe('order and pages', () => {
  test.each(['created', 'modified', 'aired', 'title'])('by %s, upwards and downwards', async (orderfield) => {
    const up = (await view(server, { orderfield, archived: '', limit: '100' })).body;
    const down = (await view(server, { orderfield, order: 'desc', archived: '', limit: '100' })).body;
    expect(ids(down)).toEqual(ids(up).toReversed());
    const key = (row: Row): string => {
      if (orderfield === 'title') return row.title;
      if (orderfield === 'aired') return row.dateaired ?? '';
      const { datecreated, datemodified } = server.state.items.get(row.id) ?? {};
      return (orderfield === 'created' ? datecreated : datemodified)?.toISOString() ?? '';
    };
    const found = up.map(key);
    expect(found).toEqual(found.toSorted((a, b) => (a < b ? -1 : Number(a > b))));
  });

  test('20 rows by creation unless asked otherwise', async () => {
    const { body, header } = await view(server, { archived: '' }, { account: `${newsroom},${academy}` });
    expect(body).toHaveLength(20);
    expect(header.count).toBe(40);
    const created = body.map(({ datecreated }) => datecreated);
    expect(created).toEqual(created.toSorted());
  });

  test('pages cover two accounts without gap or overlap', async () => {
    const account = `${academy},${newsroom}`;
    const seen: string[] = [];
    for (let offset = 0; offset < 40; offset += 7) {
      const { body, header } = await view(server, { archived: '', limit: '7', offset: String(offset) }, { account });
      expect(header.count).toBe(40);
      seen.push(...ids(body));
    }
    expect(new Set(seen).size).toBe(40);
    const whole = await view(
      server,
      { archived: '', limit: '1000' },
      { account: `${newsroom},${academy},${newsroom}` },
    );
    expect(seen).toEqual(ids(whole.body));
  });

  test('an offset behind the end, and a limit of 0, give nothing but the count', async () => {
    expect(await view(server, { offset: '1000' })).toMatchObject({ body: [], header: { count: 16 } });
    expect(await view(server, { limit: '0' })).toMatchObject({ body: [], header: { count: 16 } });
  });

  test('an item that was added, changed or removed is seen in its place', async () => {
    const own = createTestServer();
    const [first] = own.state.items;
    if (first === undefined) throw new Error('no items');
    const first2 = { ...first, id: 'abcdefghijkl', datecreated: new Date(0) };
    own.state.items.add(first2);
    expect((await view(own, { limit: '1' })).body[0]?.id).toBe('abcdefghijkl');
    own.state.items.update('abcdefghijkl', { datecreated: new Date('2026-01-01T00:00:00Z') });
    expect((await view(own, { limit: '1', order: 'desc' })).body[0]?.id).toBe('abcdefghijkl');
    own.state.items.remove('abcdefghijkl');
    expect((await view(own, { item: 'abcdefghijkl' })).header.count).toBe(0);
  });
});

describe('rows', () => {
  test('have the fields that were observed, and files where asked', async () => {
    const [row] = (await view(server, { title: 'Morning news, 4 March' })).body;
    expect(row).toMatchObject({
      id: expect.stringMatching(/^[A-Za-z0-9_-]{12}$/) as string,
      title: 'Morning news, 4 March',
      type: 'video',
      duration: '0:12:34',
      dateaired: '2024-03-04 07:00:00',
      keywords: ['news', 'morning'],
      account: { id: newsroom, name: 'Newsroom' },
      medialink: { hls: expect.stringMatching(/^https:\/\/streamone\.test\/hls\/account=/) as string },
    });
    expect(row).not.toHaveProperty('files');
    expect((await view(server, { showfiles: '1', limit: '1' })).body[0]?.files).toEqual([]);
  });

  test.each([
    [undefined, '2023-10-29 02:30:00'],
    ['UTC', '2023-10-29 00:30:00'],
    ['America/New_York', '2023-10-28 20:30:00'],
    ['Asia/Kathmandu', '2023-10-29 06:15:00'],
  ])('have their dates in the zone %s, in and out', async (timezone, dateaired) => {
    const more = timezone === undefined ? {} : { timezone };
    const { header, body } = await view(server, { searchtitle: 'changing clocks' }, more);
    expect(header.timezone).toBe(timezone ?? 'Europe/Amsterdam');
    expect(body[0]?.dateaired).toBe(dateaired);
    const found = await view(server, { mindateaired: dateaired, maxdateaired: dateaired }, more);
    expect(found.body.map(({ title }) => title)).toEqual(['Night of the changing clocks']);
  });

  test("are in the actor's zone where the request names none", async () => {
    const reader = server.state.users.find(({ username }) => username === 'reader');
    if (reader === undefined) throw new Error('no reader');
    const { header } = await ask(server, { key: reader, account: academy, args: { limit: '1' } });
    expect(header).toMatchObject({ status: 0, timezone: 'Asia/Tokyo', cacheable: false });
  });
});
