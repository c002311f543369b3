import { describe, expect, expectTypeOf, test } from 'vitest';
import {
  type DataType,
  InvalidArgumentError,
  arrayOf,
  bool,
  dateTime,
  hash,
  integer,
  label,
  object,
  open,
  text,
} from '../index.js';
import {
  type Action,
  type ArgumentInputs,
  TypedArguments,
  argumentsOf,
  clientMembers,
  defineAction,
  defineCommand,
} from './index.js';

type ArgumentsOfAction<A> = A extends Action<string, string, infer Arguments> ? Arguments : never;

interface Category {
  readonly id: string;
  readonly made: Date;
}

const categoryView = defineAction({
  command: 'category',
  action: 'view',
  needs: 'accounts',
  token: 'category-read',
  readOnly: true,
  paged: true,
  errors: [120],
  arguments: {
    category: arrayOf(hash()),
    since: { type: dateTime(), required: true },
    order: { type: label('asc', 'desc'), default: 'asc' },
    limit: { type: integer({ min: 0 }), default: 20 },
    empty: bool(),
  },
  output: arrayOf(object<Category>('Category', { id: hash(), made: dateTime() })),
});

test("a user's own action has the form of the catalogue's", () => {
  expect(categoryView).toMatchObject({
    command: 'category',
    action: 'view',
    needs: 'accounts',
    token: 'category-read',
    readOnly: true,
    paged: true,
    errors: [120],
    openArguments: false,
    actors: ['user', 'application', 'session'],
  });
  const told = Object.entries(categoryView.arguments).map(([name, { type, ...rest }]) => [name, type.name, rest]);
  expect(told).toEqual([
    ['category', 'Array of Hash', { required: false }],
    ['since', 'DateTime', { required: true }],
    ['order', 'Label', { required: false, default: 'asc' }],
    ['limit', 'Integer', { required: false, default: 20 }],
    ['empty', 'Boolean', { required: false }],
    // A paged action has both, declared or not; what is declared stays as it is.
    ['offset', 'Integer', { required: false, default: 0 }],
  ]);
});

test('what is left out takes the least', () => {
  const { output: _output, ...least } = defineAction({ command: 'job', action: 'run', output: open() });
  expect(least).toEqual({
    command: 'job',
    action: 'run',
    arguments: {},
    openArguments: false,
    needs: 'nothing',
    actors: ['user', 'application', 'session'],
    token: undefined,
    errors: [],
    readOnly: false,
    paged: false,
  });
});

test('a name that every object has is as undeclared as any other', () => {
  expect(categoryView.arguments['constructor']).toBeUndefined();
  expect('toString' in categoryView.arguments).toBe(false);
});

test('types of the arguments are inferred: optional, required, unset', () => {
  type Given = ArgumentsOfAction<typeof categoryView>;
  expectTypeOf<Given>().toExtend<{
    readonly since: Date | string;
    readonly category?: readonly string[] | null | undefined;
    readonly limit?: number | null | undefined;
    readonly empty?: boolean | null | undefined;
  }>();
  expectTypeOf<Given['since']>().toEqualTypeOf<Date | string>();
  expectTypeOf<Given['empty']>().toEqualTypeOf<boolean | null | undefined>();
  const given: Given = { since: new Date(0), category: null, order: 'newer' };
  expect(given).toBeDefined();
  // @ts-expect-error since is required
  const missing: Given = { limit: 5 };
  // @ts-expect-error a required argument can't be unset
  const unset: Given = { since: null };
  // @ts-expect-error a number is no truth
  const wrong: Given = { since: '2014-01-01 00:00:00', empty: 1 };
  // @ts-expect-error there is no such argument
  const unknown: Given = { since: '2014-01-01 00:00:00', nonsense: 1 };
  expect([missing, unset, wrong, unknown]).toHaveLength(4);
});

test('types of names, output and paging are kept', () => {
  expectTypeOf(categoryView.command).toEqualTypeOf<'category'>();
  expectTypeOf(categoryView.action).toEqualTypeOf<'view'>();
  expectTypeOf(categoryView.paged).toEqualTypeOf<true>();
  expectTypeOf(categoryView.output).toEqualTypeOf<DataType<never, Category[]>>();
  const command = defineCommand('category', { view: categoryView });
  expect(command).toEqual({ command: 'category', actions: { view: categoryView } });
  // @ts-expect-error an action of another command
  expect(() => defineCommand('item', { view: categoryView })).toThrow(
    `defineCommand('item').view: expected the action item/view, given "category/view"`,
  );
  expect(() => defineCommand('category', { list: categoryView })).toThrow(
    `defineCommand('category').list: expected the action category/list, given "category/view"`,
  );
});

describe('argumentsOf', () => {
  interface Given {
    readonly name: string;
    readonly since?: Date | string | null | undefined;
  }

  test('declares every member with a type that writes it', () => {
    const typed = argumentsOf<Given>({ name: { type: text(), required: true }, since: dateTime() });
    expect(typed).toBeInstanceOf(TypedArguments);
    const action = defineAction({ command: 'thing', action: 'make', arguments: typed, output: open() });
    expectTypeOf<ArgumentsOfAction<typeof action>>().toEqualTypeOf<Given>();
    expect(Object.entries(action.arguments).map(([name, { required }]) => [name, required])).toEqual([
      ['name', true],
      ['since', false],
    ]);
  });

  test('refuses, while compiling, what does not fit', () => {
    const name = { type: text(), required: true } as const;
    // @ts-expect-error since is missing
    argumentsOf<Given>({ name });
    // @ts-expect-error a required member has to be declared required
    argumentsOf<Given>({ name: text(), since: dateTime() });
    // @ts-expect-error a number does not write a date
    argumentsOf<Given>({ name, since: integer() });
    // @ts-expect-error there is no such member
    argumentsOf<Given>({ name, since: dateTime(), more: text() });
    // @ts-expect-error a default of another type
    argumentsOf<Given>({ name, since: { type: dateTime(), default: 5 } });
    expect(name.required).toBe(true);
  });
});

function define(command: string, action: string, inputs: ArgumentInputs = {}): unknown {
  return defineAction({ command, action, arguments: inputs, output: open() });
}

describe('refuses', () => {
  test.each([
    'call',
    'with',
    'can',
    'tokens',
    'roles',
    'login',
    'resume',
    'logout',
    'upload',
    'on',
    'close',
    'options',
    'then',
    'constructor',
  ])('a command named like a member of the client: %s', (command) => {
    expect(clientMembers.has(command)).toBe(true);
    expect(() => define(command, 'view')).toThrow(InvalidArgumentError);
    expect(() => define(command, 'view')).toThrow(
      `command: expected a command that is not named like a member of the client, given "${command}". A client has its own`,
    );
  });

  test.each([
    ['Item', 'view', {}, /^command: expected lower-case letters and digits/],
    ['explainCan', 'view', {}, /^command: expected lower-case letters and digits/],
    ['item', 'view/all', {}, /^action: expected lower-case letters and digits/],
    ['item', '', {}, /^action: expected lower-case/],
    ['item', 'view', { 'a.b': text() }, /expected an argument name .*given "a\.b"/],
    ['item', 'view', { 'a b': text() }, /expected an argument name .*given "a b"/],
    ['item', 'view', { 'a[]': text() }, /expected an argument name .*given "a\[\]"/],
    ['item', 'view', { '': text() }, /expected an argument name .*given ""/],
  ] as const)('%s/%s with %o', (command, action, inputs, message) => {
    expect(() => define(command, action, inputs)).toThrow(InvalidArgumentError);
    expect(() => define(command, action, inputs)).toThrow(message);
  });
});
