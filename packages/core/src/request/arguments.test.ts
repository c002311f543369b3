import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Arguments, InvalidArgumentError, signRequest, user } from '../index.js';

const credentials = user({ id: 'U', psk: 'k' });

async function bodyOf(given: unknown): Promise<string> {
  const request = { command: 'item', action: 'view', arguments: given as Arguments };
  return (await signRequest(request, credentials, { timestamp: 1, hmac: () => '' })).body;
}

test.each<[string, unknown, string]>([
  ['undefined is not sent', { a: undefined, b: 'x' }, 'b=x'],
  ['null is sent empty', { a: null }, 'a='],
  ['booleans', { a: true, b: false }, 'a=1&b=0'],
  ['booleans in a list', { a: [true, false] }, 'a=1%2C0'],
  ['integers', { a: 0, b: -42, c: Number.MAX_SAFE_INTEGER }, 'a=0&b=-42&c=9007199254740991'],
  ['minus zero', { a: -0, b: [-0] }, 'a=0&b=0'],
  ['decimals', { a: 3.14, b: -0.1, c: 1e-7, d: -1.5e-10 }, 'a=3.14&b=-0.1&c=0.0000001&d=-0.00000000015'],
  ['a list', { a: ['x', 'y', 3] }, 'a=x%2Cy%2C3'],
  ['a list of one is as the plain value', { a: ['x'] }, 'a=x'],
  ['an empty list is written empty, as PHP does', { a: [] }, 'a='],
  ['a date', { a: new Date('2014-01-01T00:00:00.999Z') }, 'a=2014-01-01+00%3A00%3A00%40UTC'],
  ['a date before 1970', { a: new Date(-1) }, 'a=1969-12-31+23%3A59%3A59%40UTC'],
  ['dates in a list', { a: [new Date(0)] }, 'a=1970-01-01+00%3A00%3A00%40UTC'],
  ['text as it is', { a: ' a,b ' }, 'a=+a%2Cb+'],
  ['the order given', { z: 1, a: 2, M: 3 }, 'z=1&a=2&M=3'],
  [
    'pairs, whose order may be any',
    [
      ['b', 1],
      ['0', 2],
      ['c', undefined],
    ],
    'b=1&0=2',
  ],
  [
    'names like parameters and like what every object has',
    { signature: 'x', constructor: 'y' },
    'signature=x&constructor=y',
  ],
  ['an object without a prototype', Object.assign(Object.create(null) as object, { a: 1 }), 'a=1'],
  ['nothing', {}, ''],
  ['no pairs', [], ''],
])('%s', async (_, given, body) => {
  expect(await bodyOf(given)).toBe(body);
});

test.each<[string, unknown, RegExp]>([
  ['null in a list', { item: ['a', null] }, /^item\/view: item\[1\]: expected .* given null\.$/],
  ['undefined in a list', { item: [undefined] }, /item\[0\]: expected .* given undefined/],
  // oxlint-disable-next-line no-sparse-arrays
  ['a hole in a list', { item: ['a', , 'b'] }, /item\[1\]: expected .* given undefined/],
  ['a list in a list', { item: [['a']] }, /item\[0\]: expected .* given an array of 1/],
  ['a comma in an element', { item: ['a', 'b,c'] }, /item\[1\]: expected an element without a comma, given "b,c"/],
  ['1e25', { limit: 1e25 }, /limit: expected an integer from -9007199254740991 to .*given 1e\+25\. Larger numbers/],
  ['an unsafe integer in a list', { item: [2 ** 53] }, /item\[0\]: expected an integer from/],
  ['NaN', { limit: Number.NaN }, /limit: expected a finite number, given NaN/],
  ['infinity', { limit: Number.POSITIVE_INFINITY }, /limit: expected a finite number, given Infinity/],
  ['a bigint', { limit: 10n }, /limit: expected a string, number, .*given 10n \(a bigint\)/],
  ['a map', { a: { b: 'c' } }, /a: expected .* given an object/],
  ['a function', { a: () => 'x' }, /a: expected .* given a function/],
  ['a symbol', { a: Symbol('x') }, /a: expected .* given a symbol/],
  ['an invalid date', { a: new Date(Number.NaN) }, /a: expected a valid date .* given an invalid Date/],
  ['a date past the year 9999', { a: new Date(8.64e15) }, /a: expected a valid date in the years 0000 to 9999/],
  ['half an emoji', { title: 'x\uD83C' }, /title: expected text that has a UTF-8 form/],
  ['half an emoji in a name', { '\uD83C': 'x' }, /expected text that has a UTF-8 form/],
  ['a name with a dot', { 'a.b': 'x' }, /expected an argument name .*given "a\.b"/],
  ['a name with a space', { 'a b': 'x' }, /expected an argument name .*given "a b"/],
  ['a name with a bracket', { 'a[b': 'x' }, /expected an argument name .*given "a\[b"/],
  ['a name with NUL', { 'a\0b': 'x' }, /expected an argument name .*given "a\\u0000b"/],
  ['an empty name', { '': 'x' }, /expected an argument name .*given ""/],
  ['a name that is no text', [[1, 'x']], /expected an argument name .*given 1/],
  [
    'a name twice',
    [
      ['a', 1],
      ['a', 2],
    ],
    /^item\/view: a: expected each argument once, given 2/,
  ],
  ['a list that is no pairs', ['ab'], /arguments: expected pairs of a name and a value, given "ab"/],
  ['a pair without a value', [['a']], /arguments: expected pairs of a name and a value/],
  ['text', 'abc', /arguments: expected an object with the arguments by name, .*given "abc"/],
  ['null', null, /arguments: expected an object .*given null/],
  ['a Map, whose entries would be lost', new Map([['a', 'b']]), /arguments: expected an object .*given an object/],
  ['URLSearchParams', new URLSearchParams('a=b'), /arguments: expected an object/],
  ['a Date', new Date(0), /arguments: expected an object .*given the date 1970/],
])('refused: %s', async (_, given, message) => {
  await expect(bodyOf(given)).rejects.toThrow(InvalidArgumentError);
  await expect(bodyOf(given)).rejects.toThrow(message);
});

test('a name that is refused stays refused', async () => {
  for (let time = 0; time < 2; time++) await expect(bodyOf({ 'a.b': 1 })).rejects.toThrow(InvalidArgumentError);
});

test('a decimal is written without exponent and read back as the same number', async () => {
  const decimals = fc.double({ noNaN: true, noDefaultInfinity: true }).filter((value) => !Number.isInteger(value));
  await fc.assert(
    fc.asyncProperty(decimals, async (value) => {
      const text = new URLSearchParams(await bodyOf({ value })).get('value') ?? '';
      expect(text).toMatch(/^-?\d+\.\d+$/);
      expect(Number(text)).toBe(value);
    }),
    { numRuns: 500 },
  );
});
