import {
  type DataType,
  arrayOf,
  bool,
  dateTime,
  hash,
  integer,
  nullable,
  object,
  open,
  text,
  url,
} from '@streamone/core';
import { type Action, allCommands, defineAction, itemCommand, itemView } from '@streamone/core/catalogue';
import { describe, expect, test } from 'vitest';
import { type OwnActions, type TestServer, createTestServer, handler } from '../src/index.js';
import type { Envelope } from './ask.js';
import { type Row, call } from './own-call.js';
import { categoryCommand } from './own-category.js';

const only = (...actions: readonly OwnActions[]): TestServer => createTestServer({ actions });

const answered = async (
  output: DataType<never>,
  more: Partial<Parameters<typeof defineAction>[0]> & { args?: Record<string, string> } = {},
): Promise<Envelope<unknown>> => {
  const { args, ...definition } = more;
  const action = defineAction({
    command: 'thing',
    action: 'show',
    readOnly: true,
    openArguments: true,
    ...definition,
    output,
  });
  const on = createTestServer({ actions: [action] });
  return call<unknown>(on, `thing/${action.action}`, args);
};

describe('what is given', () => {
  test('a catalogue’s own action alone takes the place of what the server knows', async () => {
    const on = only(itemView);
    const { header, body } = await call<Row[]>(on, 'item/view', { limit: '3', searchtitle: 'harbour' });
    expect(header.count).toBe(57);
    expect(() => itemView.output.decode(body, { timezone: header.timezone })).not.toThrow();
    for (const row of body) {
      expect(row['title']).toMatch(/harbour/i);
      expect(row['archived']).toBe(false);
      expect(row['account']).toEqual({ id: on.credentials.account, name: 'Newsroom' });
    }
    expect((await call(on, 'item/create', {})).header.status).toBe(0);
    expect(on.journal.entries().map(({ generated }) => generated)).toEqual([true, undefined]);
  });

  test('a handler is stronger than a declaration, wherever it stands', async () => {
    const answers = handler(itemView, () => ({ body: [], count: 0 }));
    for (const actions of [
      [answers, itemCommand],
      [[itemCommand], [answers]],
      [itemView, answers],
    ]) {
      expect((await call(only(...actions), 'item/view')).header.count).toBe(0);
    }
  });

  test('nonsense is refused, and its place told', () => {
    const nonsense: readonly unknown[] = [
      null,
      'category',
      {},
      { handle: () => {} },
      { actions: { view: 1 } },
      () => {},
    ];
    for (const given of nonsense) {
      // @ts-expect-error what it is has been checked by nobody
      expect(() => only(categoryCommand, [given])).toThrow('actions[1][0]: expected what handler()');
    }
  });

  test('rights: who may do everything may do this too, unless the token is another’s', async () => {
    const on = only(defineAction({ command: 'thing', action: 'view', token: 'thing-manage', output: open() }));
    expect((await call(on, 'thing/view', {})).header.status).toBe(0);
    expect((await call(on, 'thing/view', {}, { type: 'application' })).header.status).toBe(0);
    const holders = [...on.state.roles].filter(({ tokens }) => tokens.includes('thing-manage'));
    expect(holders.map(({ name }) => name).toSorted()).toEqual(['Administrator', 'Member', 'Website']);
    expect([...createTestServer().state.roles].flatMap(({ tokens }) => tokens)).not.toContain('thing-manage');
  });
});

describe('every kind of output', () => {
  test('rows, one row, values, nothing known', async () => {
    const row = object('Thing', { id: hash(), title: text() });
    expect((await answered(row)).body).toEqual({ id: expect.any(String), title: expect.any(String) });
    expect((await answered(row, { args: { thing: 'abc' } })).body).toMatchObject({ id: 'abc' });
    expect((await answered(nullable(row), { args: { id: 'abc' } })).body).toMatchObject({ id: 'abc' });
    const list = await answered(arrayOf(row));
    expect(list.body).toHaveLength(57);
    expect(list.header).not.toHaveProperty('count');
    expect((await answered(bool())).body).toEqual(expect.any(Boolean));
    expect((await answered(text())).body).toEqual(expect.any(String));
    const ids = (await answered(arrayOf(hash()))).body as string[];
    const rowsOf = (await answered(arrayOf(row))).body as Row[];
    expect(ids).toEqual(rowsOf.map(({ id }) => id));
    expect((await answered(open())).body).toEqual({ id: expect.any(String), name: expect.any(String) });
    expect((await answered(open(), { action: 'view', paged: true })).header.count).toBe(57);
    expect((await answered(row, { paged: true })).header.count).toBe(1);
    expect((await answered(open(), { action: 'delete', readOnly: false })).body).toBeNull();
    const given = { colour: 'red', password: 'hidden', thing: 'abc' };
    const write = await answered(open(), { action: 'paint', readOnly: false, args: given });
    expect(write.body).toEqual({ id: 'abc', name: expect.any(String), colour: 'red' });
  });

  test('parts: the same ID gives the same part; addresses are on the server', async () => {
    const part = object('Maker', { id: hash(), name: text() });
    const row = object('Thing', {
      id: integer(),
      maker: part,
      makers: arrayOf(part),
      homepage: url(),
      when: dateTime(),
    });
    const { body } = await answered(arrayOf(row), { args: { maker: 'abc' } });
    const things = body as { id: number; maker: { id: string; name: string }; makers: Row[]; homepage: string }[];
    expect(things.map(({ id }) => id)).toEqual(Array.from({ length: 57 }, (_, index) => 1001 + index));
    expect(new Set(things.map(({ maker }) => maker.name)).size).toBe(1);
    expect(things[0]?.maker.id).toBe('abc');
    expect(things[0]?.homepage).toMatch(/^https:\/\/streamone\.test\/generated\/thing\/1001\/homepage$/);
    const names = new Map<unknown, unknown>();
    for (const { id, name } of things.flatMap(({ makers }) => makers)) {
      expect(names.get(id) ?? name).toBe(name);
      names.set(id, name);
    }
  });

  test('of the catalogue: whatever an action declares', async () => {
    // A session’s own actions need one that is real.
    const commands = allCommands.filter(({ command }) => command !== 'session');
    const actions = commands.flatMap((command): Action[] => Object.values<Action>(command.actions));
    const on = createTestServer({ actions });
    for (const { command, action, output, actors, arguments: declared } of actions) {
      const needed = Object.entries(declared).filter(([, { required }]) => required);
      const args = Object.fromEntries(needed.map(([name]) => [name, 'abc']));
      const type = actors.includes('user') ? 'user' : 'application';
      const { header, body } = await call<unknown>(on, `${command}/${action}`, args, { type });
      expect([`${command}/${action}`, header.status]).toEqual([`${command}/${action}`, 0]);
      expect(() => output.decode(body, { timezone: header.timezone })).not.toThrow();
    }
    expect(on.journal.entries()).toHaveLength(actions.length);
    expect(on.journal.entries().every(({ generated }) => generated)).toBe(true);
  });
});
