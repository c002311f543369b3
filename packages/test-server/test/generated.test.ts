import { beforeEach, describe, expect, test } from 'vitest';
import { type TestServer, createTestServer } from '../src/index.js';
import { type PartialWish, ask } from './ask.js';
import { type Row, call } from './own-call.js';
import { categoryCommand } from './own-category.js';

let server: TestServer;
beforeEach(() => {
  server = createTestServer({ actions: [categoryCommand] });
});

async function rows(args: Record<string, string> = {}, wish: PartialWish = {}, on = server): Promise<Row[]> {
  return (await call<Row[]>(on, 'category/view', args, wish)).body;
}

async function first(args: Record<string, string> = {}): Promise<Row> {
  return (await rows(args))[0] ?? {};
}

describe('an action that is declared and has no handler', () => {
  test('answers by its declaration, and the journal says that it was made up', async () => {
    const { header, body } = await call<Row[]>(server, 'category/view', { limit: '5' });
    expect(header).toMatchObject({ status: 0, count: 57 });
    expect(body).toHaveLength(5);
    for (const row of body) {
      expect(row).toEqual({
        id: expect.stringMatching(/^[\w-]{12}$/),
        name: expect.stringMatching(/^[A-Z]\w+ [A-Z]\w+$/),
        parent: row['parent'] === null ? null : expect.stringMatching(/^[\w-]{12}$/),
        kind: expect.stringMatching(/^(?:theme|series)$/),
        tags: expect.arrayContaining([expect.any(String)]),
        position: expect.any(Number),
        active: expect.any(Boolean),
        account: { id: server.credentials.account, name: 'Newsroom' },
        datecreated: expect.stringMatching(/^20[12]\d-/),
        datemodified: expect.stringMatching(/^20[12]\d-/),
      });
      expect(String(row['datemodified']) > String(row['datecreated'])).toBe(true);
    }
    expect(server.journal.entries().at(-1)).toMatchObject({ status: 0, generated: true });
    expect(server.actions).toContain('category/view');
  });

  test('differs from row to row and from seed to seed, and not from start to start', async () => {
    const all = await rows({ limit: '57' });
    for (const field of ['name', 'kind', 'position', 'active', 'datecreated']) {
      expect(new Set(all.map((row) => row[field])).size).toBeGreaterThan(1);
    }
    expect(await rows({ limit: '57' }, {}, createTestServer({ actions: [categoryCommand] }))).toEqual(all);
    const other = await rows({ limit: '57' }, {}, createTestServer({ actions: [categoryCommand], seed: 2 }));
    expect(other.map(({ id }) => id)).not.toEqual(all.map(({ id }) => id));
  });

  test('the same ID gives the same row, in a list and alone, whatever was asked before', async () => {
    const [, second, third] = await rows();
    expect(await rows({ category: `${String(third?.['id'])},${String(second?.['id'])}` })).toEqual([third, second]);
    const anything = await rows({ category: 'whatever' });
    expect(anything).toMatchObject([{ id: 'whatever' }]);
    expect((await call(server, 'category/view', { category: 'whatever,whatever' })).header.count).toBe(1);
    // Another action of the command tells of the same row.
    const { body } = await call(server, 'category/edit', { category: 'whatever' });
    expect(body).toEqual(anything[0]);
    // A parent is one of the list.
    const parent = (await rows({ limit: '57' })).find((row) => row['parent'] !== null)?.['parent'];
    expect(parent).toEqual(expect.any(String));
  });

  test('is checked as all others are', async () => {
    const { state, credentials } = server;
    expect((await call(server, 'category/view', {}, { account: 'nowhere' })).header.status).toBe(290);
    expect((await ask(server, { path: '/api/category/view' })).header.status).toBe(6);
    expect((await call(server, 'category/view', { colour: 'red' })).header.status).toBe(6);
    expect((await call(server, 'category/view', { position: 'x' })).header.status).toBe(6);
    expect((await call(server, 'category/view', { limit: '-1' })).header.status).toBe(6);
    expect((await call(server, 'category/create', {})).header.status).toBe(6);
    expect(
      (await call(server, 'category/view', {}, { key: { ...credentials.user, psk: 'wrong' } })).header.status,
    ).toBe(3);
    const reader = state.users.find(({ username }) => username === 'reader');
    const academy = state.accounts.find(({ name }) => name === 'Academy')?.id ?? '';
    expect(
      (await call(server, 'category/view', {}, { key: reader ?? credentials.user, account: academy })).header.status,
    ).toBe(4);
    state.readOnly = true;
    expect((await call(server, 'category/create', { name: 'x' })).header.status).toBe(10);
    expect((await call(server, 'category/view')).header.status).toBe(0);
    for (const { status, generated } of server.journal.entries())
      expect(generated).toBe(status === 0 ? true : undefined);
  });

  test('filters show in the rows, so that they are what was asked for', async () => {
    expect(await first({ name: 'Exactly' })).toMatchObject({ name: 'Exactly' });
    expect((await first({ searchname: 'élan' }))['name']).toMatch(/^Élan /);
    expect((await first({ searchtags: 'sea' }))['tags']).toContain('sea');
    expect((await first({ tags: 'a,b' }))['tags']).toEqual(['a', 'b']);
    expect(await first({ isactive: '1', parent: 'abc' })).toMatchObject({ active: true, parent: 'abc' });
    expect(new Set((await rows({ kind: 'theme,series' })).map(({ kind }) => kind))).toEqual(
      new Set(['theme', 'series']),
    );
    expect(new Set((await rows({ kind: 'series' })).map(({ kind }) => kind))).toEqual(new Set(['series']));
    const bounds = { minposition: '10', maxposition: '12' };
    for (const { position } of await rows(bounds)) expect([10, 11, 12]).toContain(position);
    const dates = { mindatecreated: '2026-01-01 00:00:00', maxdatecreated: '2026-01-02 00:00:00' };
    for (const { datecreated } of await rows(dates)) expect(datecreated).toMatch(/^2026-01-0[12] /);
    expect((await first({ mindatecreated: '9999-12-30 00:00:00' }))['datecreated']).toMatch(/^9999-12-30/);
    expect((await call(server, 'category/view', { mindatecreated: '9999-12-31 23:00:00' })).header.status).toBe(6);
    expect((await first({ initial: 'M' }))['initial']).toBeUndefined();
    // Bounds that hold already change nothing, and an empty filter is none.
    expect(await rows({ minposition: '0', maxdatecreated: '2026-01-01 00:00:00' })).toEqual(await rows());
    expect(await first({ name: '' })).toEqual(await first());
  });

  test('orders by what it is asked to', async () => {
    const names = (await rows({ orderfield: 'name', limit: '57' })).map(({ name }) => String(name));
    expect(names).toEqual(names.toSorted());
    const made = (await rows({ orderfield: 'created', order: 'desc', limit: '57' })).map((row) =>
      String(row['datecreated']),
    );
    expect(made).toEqual(made.toSorted().toReversed());
  });

  test('a write answers with what it was given', async () => {
    const args = { name: 'Film', isactive: '0', tags: 'a, b', position: '4' };
    const { body } = await call(server, 'category/create', args);
    expect(body).toMatchObject({ name: 'Film', active: false, tags: ['a', 'b'], position: 4 });
    expect(await call(server, 'category/create', args)).toMatchObject({ body: { id: body['id'] } });
    expect((await call(server, 'category/create', { ...args, name: 'Music' })).body['id']).not.toBe(body['id']);
    expect((await call(server, 'category/edit', { category: 'abc', name: 'New' })).body).toMatchObject({
      id: 'abc',
      name: 'New',
    });
    expect(await call(server, 'category/delete', { category: 'abc' })).toMatchObject({
      header: { status: 0 },
      body: null,
    });
  });

  test('dates are in the zone of the request', async () => {
    const here = await first({ category: 'abc' });
    const [there] = await rows({ category: 'abc' }, { timezone: 'UTC' });
    const { output } = categoryCommand.actions.view;
    const read = (row: unknown, timezone: string) => output.decode([row], { timezone })[0]?.datecreated;
    expect(there?.['datecreated']).not.toBe(here['datecreated']);
    expect(read(there, 'UTC')).toEqual(read(here, 'Europe/Amsterdam'));
  });
});
