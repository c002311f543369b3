import { type DataType, InvalidArgumentError } from '@streamone/core';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { scalarTypes } from '../../machine-readable/scalar-types.ts';
import { createValidator } from './validator.ts';

const ajv = createValidator();

function accepts(type: DataType, value: unknown): boolean {
  try {
    type.encode(value);
    return true;
  } catch (error) {
    if (error instanceof InvalidArgumentError) return false;
    throw error;
  }
}

const lengths = [0, 1, 12, 64, 65, 100, 101, 1000, 1001].map((length) => 'a'.repeat(length));
const texts = [' ', ',', 'a,b', 'a b', 'a\n', 'é', '😀', '-', '_', '+05:00', 'Etc/GMT+5', '192.0.2.0/24'];
const addresses = ['https://a.example/?b=c', 'rtmp://a.example', 'a:', 'a:b', '1a:b', 'a+b.c-1:d', '//a', 'a:b c'];
const numbers = [0, 1, -1, 1.5, 2 ** 53 - 1, 2 ** 53, -(2 ** 53) + 1, -(2 ** 53), 1e21];
const others = [null, true, false, {}, [], [''], ['a'], ['a,b'], ['a', 'b'], [1], [null], [[]]];

/** Each part of a date in each of its forms. No day after the 28th, but for one that no month has. */
function* dates(): Generator<string> {
  for (const year of ['2014', '0001', '99']) {
    for (const month of ['01', '10', '12', '00', '13', '1']) {
      for (const day of ['01', '28', '00', '32', '1']) {
        for (const time of [
          ' 00:00:00',
          ' 19:59:59',
          ' 23:00:00',
          ' 24:00:00',
          ' 12:60:00',
          ' 12:00:60',
          ' 12:00',
          'T12:00:00',
          '',
        ]) {
          for (const zone of [
            '',
            '@UTC',
            '@Europe/Amsterdam',
            '@',
            '@a b',
            `@${'a'.repeat(64)}`,
            `@${'a'.repeat(65)}`,
          ]) {
            yield `${year}-${month}-${day}${time}${zone}`;
          }
        }
      }
    }
  }
}

const values: readonly unknown[] = [...lengths, ...texts, ...addresses, ...numbers, ...others];

describe.each([...scalarTypes])('%s', (name, { type, argument }) => {
  const validate = ajv.compile(argument);

  test('its schema has the limits of the library', () => {
    const tried = (name === 'DateTime' ? [...values, ...dates()] : values).map((value) => ({
      value,
      taken: accepts(type, value),
    }));
    expect(tried.filter(({ value, taken }) => validate(value) !== taken)).toEqual([]);
    expect(new Set(tried.map(({ taken }) => taken)).size).toBe(2);
  });

  test('and for whatever else', () => {
    const any = fc.oneof(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme-ascii' }), fc.jsonValue());
    fc.assert(
      fc.property(any, (value) => {
        expect(validate(value)).toBe(accepts(type, value));
      }),
      { numRuns: 500 },
    );
  });
});
