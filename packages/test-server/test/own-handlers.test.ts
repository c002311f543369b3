import { arrayOf, hash, object, open, text } from '@streamone/core';
import { defineAction } from '@streamone/core/catalogue';
import { describe, expect, expectTypeOf, test } from 'vitest';
import { type ActionResult, createTestServer, explanationText, handler, resource } from '../src/index.js';
import { call } from './own-call.js';
import { categoryCommand } from './own-category.js';

const lamp = object<{ readonly id: string; readonly name: string }>('Lamp', { id: hash(), name: text() });
const look = defineAction({
  command: 'lamp',
  action: 'look',
  arguments: { lamp: { type: hash(), required: true }, more: text() },
  output: arrayOf(lamp),
});

const check = (): never => {
  throw new RangeError('no more');
};

/** What an own handler that gives a result comes to: the status, and the entry of the journal. */
async function answered(result: () => unknown) {
  const server = createTestServer({ actions: [handler(look, result as () => ActionResult<[]>)] });
  const { header, body } = await call<unknown>(server, 'lamp/look', { lamp: 'a' });
  const [entry] = server.journal.entries();
  return { status: header.status, body, entry, summary: entry?.explanation?.summary };
}

describe("a mistake in an own handler is told as that one's", () => {
  test('it throws: with its stack, and none of the server', async () => {
    const { status, summary, entry } = await answered(function oopsie() {
      throw new Error('oops');
    });
    expect([status, summary]).toEqual([1, 'The handler of lamp/look threw: oops']);
    expect(entry?.explanation?.stack).toMatch(/^at .*own-handlers\.test\.ts/);
    expect(entry?.explanation?.stack).not.toContain('run-action');
    expect(explanationText(entry?.explanation ?? { summary: '' })).toContain('own-handlers.test.ts');
  });

  test.each([
    ['nothing', () => undefined, 'returned nothing; it must return { body }'],
    ['another name', () => ({ bdy: 1 }), 'returned an object with bdy and no body; it must'],
    ['a list', () => [1], 'returned a list; it must'],
    ['a text', () => 'x', 'returned a text; it must'],
  ])('it returns %s', async (_, result, message) => {
    const { status, summary } = await answered(result);
    expect(status).toBe(1);
    expect(summary).toContain(`The handler of lamp/look ${message}`);
  });

  test('it is async, and nothing is left of what it comes to', async () => {
    const rejected: unknown[] = [];
    const note = (reason: unknown): void => void rejected.push(reason);
    process.on('unhandledRejection', note);
    try {
      const { status, summary } = await answered(() => Promise.reject(new Error('too late')));
      expect([status, summary]).toEqual([1, expect.stringContaining('The handler of lamp/look returned a promise')]);
      await new Promise((resolve) => void setTimeout(resolve, 10));
    } finally {
      process.off('unhandledRejection', note);
    }
    expect(rejected).toEqual([]);
  });

  test('an option of a resource throws', async () => {
    const server = createTestServer({ actions: [resource(categoryCommand, { check })] });
    await call(server, 'category/create', { name: 'x' });
    expect(server.journal.entries()[0]?.explanation?.summary).toBe('The handler of category/create threw: no more');
  });
});

test('an answer that contradicts its declaration is sent, and noted without its values', async () => {
  const body = [
    { id: 'a', name: 5 },
    { id: 'b', name: 'B' },
  ];
  const { status, entry, ...sent } = await answered(() => ({ body }));
  expect([status, sent.body]).toEqual([0, body]);
  expect(entry?.mismatches).toEqual(['[0].name should be String and is a number']);
  expect(entry?.verification.at(-1)).toEqual({
    name: 'answer',
    result: 'passed',
    detail: 'contradicts the declaration: [0].name should be String and is a number',
  });
  expect((await answered(() => ({ body: null }))).entry?.mismatches).toEqual([
    'the body should be Array of Lamp and is null',
  ]);
  expect((await answered(() => ({ body: [] }))).entry).not.toHaveProperty('mismatches');
});

test('a required argument is there, by its type as well', async () => {
  const seen: string[] = [];
  const server = createTestServer({
    actions: [
      handler(look, ({ arguments: given }) => {
        expectTypeOf(given.lamp).toEqualTypeOf<string>();
        expectTypeOf(given.more).toEqualTypeOf<string | null | undefined>();
        seen.push(given.lamp);
        return { body: [] };
      }),
      handler(defineAction({ command: 'lamp', action: 'free', openArguments: true, output: open() }), () => ({
        body: null,
      })),
    ],
  });
  expect((await call(server, 'lamp/look', { lamp: 'a' })).header.status).toBe(0);
  expect((await call(server, 'lamp/look', { lamp: '' })).header.status).toBe(6);
  expect((await call(server, 'lamp/look')).header.status).toBe(6);
  expect(seen).toEqual(['a']);
});
