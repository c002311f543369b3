import { Status } from '@streamone/core';
import { beforeEach, describe, expect, test } from 'vitest';
import { type TestServer, type TestServerOptions, createTestServer, resource } from '../src/index.js';
import { type Envelope, type PartialWish, ask } from './ask.js';
import { type Category, categoryCommand } from './own-category.js';

type Row = Readonly<Record<string, unknown>> & { readonly id: string };

const categories = resource(categoryCommand, {
  rows: [
    {
      id: 'news',
      name: 'News',
      tags: ['daily', 'politics'],
      position: 1,
      datecreated: new Date('2020-01-01T00:00:00Z'),
    },
    { id: 'sport', name: 'Sports news', kind: 'series', position: 2, parent: 'news', active: true },
    { id: 'music', name: 'Music', tags: ['Weekly'], position: 2, datecreated: new Date('2021-06-01T10:00:00.700Z') },
  ],
  filters: { initial: ({ name }, letter) => name.startsWith(String(letter)) },
});

let server: TestServer;
beforeEach(() => {
  server = started();
});

function started(options: TestServerOptions = {}): TestServer {
  return createTestServer({ clock: () => Date.UTC(2026, 2, 1, 12), actions: [categories], ...options });
}

function call<Body = Row>(
  action: string,
  args: Record<string, string> = {},
  wish: PartialWish = {},
): Promise<Envelope<Body>> {
  return ask<Body>(server, { path: `/api/category/${action}`, account: server.credentials.account, args, ...wish });
}

async function ids(args: Record<string, string>, wish: PartialWish = {}): Promise<string[]> {
  return (await call<Row[]>('view', args, wish)).body.map(({ id }) => id);
}

const academy = (): string => server.state.accounts.find(({ name }) => name === 'Academy')?.id ?? '';

describe('view', () => {
  test('shows rows as they are declared, what was left out filled in', async () => {
    const { header, body } = await call<Row[]>('view', {}, { timezone: 'Asia/Tokyo' });
    expect(header).toMatchObject({ status: 0, count: 3 });
    expect(body[0]).toEqual({
      id: 'news',
      name: 'News',
      parent: null,
      kind: 'theme',
      tags: ['daily', 'politics'],
      position: 1,
      active: false,
      account: { id: server.credentials.account, name: 'Newsroom' },
      datecreated: '2020-01-01 09:00:00',
      datemodified: expect.stringMatching(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/),
    });
    expect(() => categoryCommand.actions.view.output.decode(body, { timezone: 'Asia/Tokyo' })).not.toThrow();
    expect(server.journal.entries().at(-1)).not.toHaveProperty('generated');
  });

  test.each<[string, Record<string, string>, string[]]>([
    ['a plain name is exact', { name: 'News' }, ['news']],
    ['and makes a difference between cases', { name: 'news' }, []],
    ['search is contained, whatever the case', { searchname: 'NEWS' }, ['news', 'sport']],
    ['search in a list', { searchtags: 'week' }, ['music']],
    ['a list has one of those', { tags: 'politics,none' }, ['news']],
    ['of several values any', { kind: 'series,theme' }, ['news', 'sport', 'music']],
    ['one value', { kind: 'series' }, ['sport']],
    ['IDs by the command’s name', { category: 'music,news,nothing' }, ['news', 'music']],
    ['bounds are included', { minposition: '2', maxposition: '2' }, ['sport', 'music']],
    [
      'a bound of dates includes the second',
      { maxdatecreated: '2021-06-01 10:00:00@UTC', mindatecreated: '2021-06-01 10:00:00@UTC' },
      ['music'],
    ],
    ['is… is a flag', { isactive: '1' }, ['sport']],
    ['a reference by ID', { parent: 'news' }, ['sport']],
    ['all must hold', { searchname: 'news', minposition: '2' }, ['sport']],
    ['an empty one filters nothing', { name: '', category: '' }, ['news', 'sport', 'music']],
    ['a filter of one’s own', { initial: 'M' }, ['music']],
    ['ordered', { orderfield: 'name' }, ['music', 'news', 'sport']],
    ['ordered backwards', { orderfield: 'position', order: 'desc' }, ['music', 'sport', 'news']],
    ['ordered by a date', { orderfield: 'created' }, ['news', 'music', 'sport']],
    ['backwards', { order: 'desc' }, ['music', 'sport', 'news']],
    ['a page', { limit: '1', offset: '1' }, ['sport']],
    ['behind the last', { offset: '3' }, []],
  ])('%s', async (_, args, expected) => {
    expect(await ids(args)).toEqual(expected);
  });

  test('the count is of all that match, whatever the page', async () => {
    expect((await call('view', { searchname: 'news', limit: '1' })).header.count).toBe(2);
  });

  test('6 for what it can’t order by, for another order, for a page that is none', async () => {
    for (const args of [
      { orderfield: 'colour' },
      { order: 'up' },
      { limit: '1001' },
      { offset: '-1' },
      { position: 'x' },
    ]) {
      expect((await call('view', args)).header.status).toBe(6);
    }
  });
});

describe('create', () => {
  test('adds a row to the account, with an ID of the seed and dates of now', async () => {
    const { header, body } = await call('create', {
      name: 'Film',
      tags: 'drama, comedy',
      isactive: '1',
      parent: 'news',
    });
    expect(header.status).toBe(0);
    expect(body).toMatchObject({
      id: expect.stringMatching(/^[\w-]{12}$/),
      name: 'Film',
      tags: ['drama', 'comedy'],
      active: true,
      parent: 'news',
      datecreated: '2026-03-01 13:00:00',
      account: { name: 'Newsroom' },
    });
    expect(categories.rows(server).get(body.id)).toMatchObject({ name: 'Film', account: server.credentials.account });
    expect(await ids({ name: 'Film' })).toEqual([body.id]);
    server = started();
    expect((await call('create', { name: 'Film' })).body.id).toBe(body.id);
    server = started({ seed: 2 });
    expect((await call('create', { name: 'Film' })).body.id).not.toBe(body.id);
  });

  test('wants what is required, and one account', async () => {
    expect((await call('create', {})).header.status).toBe(6);
    expect((await call('create', { name: '' })).header.status).toBe(6);
    expect((await call('create', { name: 'x', colour: 'red' })).header.status).toBe(6);
    const both = `${server.credentials.account},${academy()}`;
    expect((await call('create', { name: 'x' }, { account: both })).header.status).toBe(6);
    expect(categories.rows(server).size).toBe(3);
  });
});

describe('edit', () => {
  test('changes what is given and leaves the rest', async () => {
    const { body } = await call('edit', { category: 'sport', name: 'Sport' });
    expect(body).toMatchObject({
      id: 'sport',
      name: 'Sport',
      kind: 'series',
      parent: 'news',
      position: 2,
      active: true,
    });
    expect(body['datemodified']).toBe('2026-03-01 13:00:00');
    expect(categories.rows(server).get('sport')?.name).toBe('Sport');
  });

  test('an empty argument unsets', async () => {
    const { body } = await call('edit', { category: 'sport', parent: '', name: '', tags: '', isactive: '' });
    expect(body).toMatchObject({ parent: null, name: '', tags: [], active: false });
  });

  test('the command’s own status for what is not there', async () => {
    expect((await call('edit', { category: 'nothing', name: 'x' })).header.status).toBe(Status.CATEGORY_NOT_FOUND);
    expect((await call('edit', { name: 'x' })).header.status).toBe(6);
    expect((await call('edit', { category: 'news', category2: 'x' })).header.status).toBe(6);
  });
});

describe('delete', () => {
  test('takes the row away, once', async () => {
    expect(await call('delete', { category: 'news' })).toMatchObject({ header: { status: 0 }, body: null });
    expect(await ids({})).toEqual(['sport', 'music']);
    expect((await call('delete', { category: 'news' })).header.status).toBe(210);
  });

  test('several, or none of them', async () => {
    expect((await call('delete', { category: 'news,nothing' })).header.status).toBe(210);
    expect(categories.rows(server).size).toBe(3);
    expect((await call('delete', { category: 'news,sport,news' })).header.status).toBe(0);
    expect(await ids({})).toEqual(['music']);
  });
});

describe('accounts', () => {
  test('each has rows of its own', async () => {
    const other = { account: academy() };
    const { id } = (await call('create', { name: 'Lessons' }, other)).body;
    expect(await ids({}, other)).toEqual([id]);
    expect(await ids({})).not.toContain(id);
    expect(await ids({}, { account: `${academy()},${server.credentials.account}` })).toHaveLength(4);
    expect((await call('edit', { category: id, name: 'x' })).header.status).toBe(210);
    expect(server.journal.entries().at(-1)?.explanation?.summary).toContain('exists, but');
    expect((await call('delete', { category: 'news' }, other)).header.status).toBe(210);
  });

  test('rows of none are everybody’s', async () => {
    categories.rows(server).add({ id: 'all', name: 'All', account: null });
    expect(await ids({}, { account: academy() })).toEqual(['all']);
    expect((await call<Row[]>('view', { category: 'all' })).body[0]).toMatchObject({ account: null });
  });

  test('an account that has rows can’t be removed', async () => {
    categories.rows(server).add({ name: 'Lessons', account: academy() });
    for (const { id, account } of server.state.items) if (account === academy()) server.state.items.remove(id);
    expect(() => categories.rows(server).add({ name: 'x', account: 'nowhere' })).toThrow('category.account');
    expect(() => server.state.accounts.remove(academy())).toThrow('nothing refers to');
  });
});

describe('rows', () => {
  test('are each server’s own, part of its snapshot, and back after a reset', async () => {
    const other = started();
    const snapshot = server.snapshot();
    categories.rows(server).update('news', { name: 'Changed' });
    await call('delete', { category: 'sport' });
    await call('create', { name: 'Film' });
    expect(categories.rows(other).get('news')?.name).toBe('News');
    expect(categories.rows(other).size).toBe(3);
    const first = [...categories.rows(server)].at(-1)?.id;
    server.restore(snapshot);
    expect(await ids({})).toEqual(['news', 'sport', 'music']);
    expect((await call('create', { name: 'Film' })).body.id).toBe(first);
    server.reset();
    expect((await call<Row[]>('view')).body).toMatchObject([
      { name: 'News' },
      { name: 'Sports news' },
      { name: 'Music' },
    ]);
  });

  test('are typed, and checked by the declaration', () => {
    const rows = categories.rows(server);
    const added = rows.add({ name: 'Film', datecreated: new Date(0) });
    const { name, datecreated, account }: Pick<Category, 'name' | 'datecreated'> & { account: string | null } = added;
    expect([name, datecreated, account]).toEqual(['Film', new Date(0), null]);
    // @ts-expect-error a category has no colour, and its name is a text
    expect(() => rows.add({ name: 5 })).toThrow('category.name');
    // @ts-expect-error a date as text, as JSON has it
    expect(rows.add({ datecreated: '2020-01-01T00:00:00Z' }).datecreated).toEqual(new Date('2020-01-01T00:00:00Z'));
    // @ts-expect-error not a date at all
    const wrong = resource(categoryCommand, { rows: [{ datecreated: 'soon' }] });
    expect(() => createTestServer({ actions: [wrong] })).toThrow('category.datecreated');
    expect(() => createTestServer({ actions: [resource(categoryCommand, { rows: [{ id: 'a b' }] })] })).toThrow(
      'resource(category).rows[0].id',
    );
    expect(() => categories.rows(createTestServer())).toThrow('a server with the resource "category"');
  });
});
