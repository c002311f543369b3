import { describe, expect, test } from 'vitest';
import roundtrip from '../../../core/vectors/form-roundtrip.json' with { type: 'json' };
import { shownText, utf8ByteString } from './byte-string.js';
import { cutPair } from './cut-pair.js';
import { type FormValue, PhpArray } from './php-array.js';
import { readForm } from './read-form.js';
import { writeForm } from './write-form.js';

function plain(value: FormValue): unknown {
  if (!(value instanceof PhpArray)) return shownText(value);
  const keys = [...value.entries.keys()];
  if (keys.every((key, index) => key === String(index))) return [...value.entries.values()].map(plain);
  return Object.fromEntries([...value.entries].map(([key, inner]) => [key, plain(inner)]));
}

describe('a form as PHP reads it', () => {
  test.each(roundtrip.cases)('$raw', ({ raw, parsed, reencoded }) => {
    const { variables } = readForm(utf8ByteString(raw));
    expect(Object.fromEntries([...variables].map(([name, value]) => [name, plain(value)]))).toEqual(parsed);
    expect(writeForm(variables)).toBe(reencoded);
  });

  test.each([
    ['a=%', 'a=%25'],
    ['a=%zz&b=%4', 'a=%25zz&b=%254'],
    ['a=%FF%fe', 'a=%FF%FE'],
    ['&&a=1&&', 'a=1'],
    ['a==b=c', 'a=%3Db%3Dc'],
    ['a[b=1', 'a_b=1'],
    ['a[b][c]d=1', 'a%5Bb%5D%5Bc%5D=1'],
    ['a=1&a[]=2', 'a%5B0%5D=2'],
    ['a[5]=x&a[]=y', 'a%5B5%5D=x&a%5B6%5D=y'],
    ['%00a=1', ''],
    [' +a=1', 'a=1'],
  ])('%s becomes %s', (raw, reencoded) => {
    expect(writeForm(readForm(raw).variables)).toBe(reencoded);
  });
});

test.each([
  ['a=1&signature=x', 'a=1'],
  ['signature=x&a=1', 'a=1'],
  ['a=1&signature=x&b=2', 'a=1&b=2'],
  ['a=1&signature=x&b=2&signature=y', 'a=1&b=2'],
  ['a=1&%73ignature=x', 'a=1'],
  ['a=1&signature', 'a=1'],
  ['signature=x', ''],
  ['asignature=1&signature=x', 'asignature=1'],
  ['a=%41+&signature=x', 'a=%41+'],
])('the signature is cut out of %s', (raw, rest) => {
  expect(cutPair(raw, 'signature')).toBe(rest);
});
