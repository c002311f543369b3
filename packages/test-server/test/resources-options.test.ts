import { Status, arrayOf, hash, nullable, object, open, text } from '@streamone/core';
import { defineAction, defineCommand, playlistCommand } from '@streamone/core/catalogue';
import { describe, expect, test } from 'vitest';
import { type OwnActions, Refusal, type TestServer, createTestServer, handler, resource } from '../src/index.js';
import { ask } from './ask.js';
import { type Row, call } from './own-call.js';
import { categoryCommand } from './own-category.js';

const given = (...actions: readonly OwnActions[]): TestServer => createTestServer({ actions });

async function status(on: TestServer, key: string, args: Record<string, string>): Promise<number> {
  return (await call(on, key, args)).header.status;
}

describe('options', () => {
  const rows = [{ id: 'one', name: 'One' }];

  test('defaults, fields that are worked out, a status of one’s own', async () => {
    const own = resource(categoryCommand, {
      rows,
      defaults: { kind: 'series', position: 7 },
      notFound: Status.PLAYLIST_NOT_FOUND,
      show: ({ name }, { scope }) => ({
        name: name.toUpperCase(),
        tags: scope.accounts.map((account) => account.name),
      }),
    });
    const server = given(own);
    const shown = { name: 'ONE', kind: 'series', position: 7, tags: ['Newsroom'] };
    expect((await call<Row[]>(server, 'category/view')).body).toMatchObject([shown]);
    expect(own.rows(server).get('one')?.name).toBe('One');
    await call(server, 'category/edit', { category: 'one', position: '3' });
    const unset = await call(server, 'category/edit', { category: 'one', position: '' });
    expect(unset.body['position']).toBe(7);
    expect(await status(server, 'category/delete', { category: 'two' })).toBe(220);
  });

  test('a check refuses changes', async () => {
    const own = resource(categoryCommand, {
      rows,
      check: ({ before, after, call: { state } }) => {
        const taken = [...own.rows({ state })].some(({ id, name }) => name === after?.name && id !== before?.id);
        if (taken) throw new Refusal(Status.CATEGORY_PARENT_WRONG, { summary: 'The name is taken.' });
        if (after === undefined && before?.id === 'one') {
          throw new Refusal(Status.CATEGORY_HAS_LINKED_ITEMS, { summary: 'It has items.' });
        }
      },
    });
    const server = given(own);
    expect(await status(server, 'category/create', { name: 'One' })).toBe(211);
    const category = String((await call(server, 'category/create', { name: 'Two' })).body['id']);
    expect(await status(server, 'category/edit', { category, name: 'One' })).toBe(211);
    expect(await status(server, 'category/edit', { category, name: 'Two' })).toBe(0);
    expect(await status(server, 'category/delete', { category: `${category},one` })).toBe(212);
    expect(own.rows(server).size).toBe(2);
  });
});

describe('beside a resource', () => {
  const categories = resource(categoryCommand, {
    rows: [
      { id: 'news', name: 'News' },
      { id: 'music', name: 'Music' },
    ],
  });

  test('a handler uses its rows, and is stronger wherever it stands', async () => {
    const merge = handler(categoryCommand.actions.merge, (request) => {
      const { category, into } = request.arguments;
      const target = categories.rows(request).get(into ?? '');
      if (target === undefined) throw new Refusal(210, { summary: 'There is nothing to merge into.' });
      categories.rows(request).remove(category ?? '');
      return { body: categories.row(target, request) };
    });
    const refuses = handler(categoryCommand.actions.delete, () => {
      throw new Refusal(Status.CATEGORY_HAS_LINKED_ITEMS, { summary: 'Never.' });
    });
    const server = given(merge, refuses, [categories]);
    const { body } = await call(server, 'category/merge', { category: 'music', into: 'news' });
    expect((await call<Row[]>(server, 'category/view')).body).toEqual([body]);
    expect(body).toMatchObject({ id: 'news', account: { name: 'Newsroom' } });
    expect(await status(server, 'category/delete', { category: 'news' })).toBe(212);
  });

  test('a further action without handler answers with generated data', async () => {
    const server = given(categories);
    const { header, body } = await call(server, 'category/merge', { category: 'music', into: 'news' });
    expect([header.status, body['id']]).toEqual([0, 'music']);
    expect(server.journal.entries().at(-1)?.generated).toBe(true);
  });
});

describe('what is declared', () => {
  test('needs nothing: rows are everybody’s, and the role for what concerns the actor is enough', async () => {
    const badge = object('Badge', { id: hash(), title: nullable(text()) });
    const command = defineCommand('badge', {
      view: defineAction({ command: 'badge', action: 'view', readOnly: true, output: arrayOf(badge) }),
      create: defineAction({ command: 'badge', action: 'create', arguments: { title: text() }, output: hash() }),
      delete: defineAction({ command: 'badge', action: 'delete', arguments: { id: hash() }, output: badge }),
    });
    const server = given(resource(command, { rows: [{ id: 'first', title: 'First' }] }));
    const badges = (action: string, args: Record<string, string> = {}) =>
      ask<unknown>(server, { path: `/api/badge/${action}`, args });
    const made = await badges('create', { title: '' });
    expect(made.body).toMatch(/^[\w-]{12}$/);
    const { header, body } = await badges('view');
    expect(body).toEqual([
      { id: 'first', title: 'First' },
      { id: made.body, title: null },
    ]);
    expect(header).not.toHaveProperty('count');
    // The declaration says that what was deleted is told; no status is named after badges.
    expect((await badges('delete', { id: 'first' })).body).toEqual({ id: 'first', title: 'First' });
    expect((await badges('delete', { id: 'first' })).header.status).toBe(6);
    expect((await badges('delete')).header.status).toBe(6);
  });

  test('open arguments and outputs: what is given is kept as text and shown', async () => {
    const server = given(resource(playlistCommand, { rows: [{ id: 'mine', title: 'Mine' }] }));
    const mine = { id: 'mine', title: 'Mine' };
    const made = await call(server, 'playlist/create', { title: 'Best of', mood: 'calm' });
    const id = String(made.body['id']);
    const edited = await call(server, 'playlist/edit', { playlist: id, mood: '', colour: 'red' });
    expect(edited.body).toEqual({ id, title: 'Best of', colour: 'red' });
    expect((await call<Row[]>(server, 'playlist/view')).body).toEqual([mine, edited.body]);
    expect((await call<Row[]>(server, 'playlist/view', { playlist: 'mine' })).body).toEqual([mine]);
    expect(await status(server, 'playlist/delete', { playlist: 'none' })).toBe(220);
  });

  test('what is no resource is refused by name', () => {
    const look = defineAction({ command: 'badge', action: 'look', output: open() });
    const row = { row: [] } as unknown as Parameters<typeof resource>[1];
    expect(() => resource(categoryCommand, row)).toThrow('given "row". Did you mean "rows"?');
    const rows = [{ name: 'News' }, { nam: 'Sport' } as object];
    expect(() => given(resource(categoryCommand, { rows }))).toThrow(
      /^resource\(category\)\.rows\[1\]: .* given "nam"\. Did you mean "name"\?/,
    );
    expect(() => resource(defineCommand('badge', { look }))).toThrow('resource(badge)');
    const edit = defineAction({ command: 'badge', action: 'edit', arguments: { name: text() }, output: open() });
    expect(() => resource(defineCommand('badge', { edit }))).toThrow('resource(badge).edit');
    const twice = [resource(categoryCommand), resource(categoryCommand)];
    expect(() => given(twice)).toThrow('one resource for a command');
  });
});
