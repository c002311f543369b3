// oxlint-disable unicorn/consistent-function-scoping, vitest/no-standalone-expect -- what only these tests need is beside them
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { alignStrings } from '../src/inspector/page/align-strings.js';
import { splitDifference } from '../src/inspector/page/split-difference.js';
import { visibleParts } from '../src/inspector/page/visible-parts.js';

const signed = fc.string({ unit: fc.constantFrom('a', 'b', '&', '=', '?', '/', '%', '1'), maxLength: 40 });

test('what is aligned is still both strings, whole', () => {
  fc.assert(
    fc.property(signed, signed, fc.boolean(), (expected, received, whole) => {
      const aligned = alignStrings(expected, received, whole);
      expect(aligned.map((piece) => piece.expected ?? '').join('')).toBe(expected);
      expect(aligned.map((piece) => piece.received ?? '').join('')).toBe(received);
    }),
  );
});

test.each([
  ['nothing differs', '/a/b?x=1&y=2&', '/a/b?x=1&y=2&', 0],
  ['a parameter is missing', '/a/b?x=1&y=2&z=3&', '/a/b?x=1&z=3&', 1],
  ['a value differs', '/a/b?x=1&y=2&z=3', '/a/b?x=1&y=20&z=3', 1],
  ['two changed places', '/a/b?x=1&y=2&z=3&', '/a/b?y=2&x=1&z=3&', 2],
  ['the host is in it', '/a/b?x=1&', 'http://host/a/b?x=1&', 1],
  ['the end is missing', '/a/b?x=1&', '/a/b?x=1', 1],
])('%s: so many pieces differ', (_what, expected, received, count) => {
  const aligned = alignStrings(expected, received);
  expect(aligned.filter((piece) => piece.expected !== piece.received)).toHaveLength(count);
});

test('very long strings are compared as a whole', () => {
  const long = 'a=1&'.repeat(2000);
  expect(alignStrings(long, `${long}b`)).toHaveLength(1);
});

test('a difference is cut out, and nothing is lost', () => {
  fc.assert(
    fc.property(signed, signed, (one, other) => {
      const [left, right] = splitDifference(one, other);
      expect(left.map(({ text }) => text).join('')).toBe(one);
      expect(right.map(({ text }) => text).join('')).toBe(other);
      expect(left.map(({ differs }) => differs)).toEqual(right.map(({ differs }) => differs));
      for (const [at, { text, differs }] of left.entries()) expect(text !== right[at]?.text).toBe(differs);
    }),
  );
});

test.each([
  ['user=1&', 'user=1', 'user=1[&]', 'user=1[]'],
  ['a+b+c&', 'a%20b%20c&', 'a[+]b[+]c&', 'a[%20]b[%20]c&'],
  ['title=%C3%A9t%C3%A9', 'title=%c3%a9t%c3%a9', 'title=%[C]3%[A]9t%[C]3%[A]9', 'title=%[c]3%[a]9t%[c]3%[a]9'],
  ['limit=5', 'limit=50', 'limit=5[]', 'limit=5[0]'],
  ['user=Mn9mdVb-02mA&', 'user=18xpvrqQkZtH&', 'user=[Mn9mdVb-02mA]&', 'user=[18xpvrqQkZtH]&'],
  ['', 'a', '[]', '[a]'],
])('exactly what differs is marked: %s, %s', (one, other, ...marked) => {
  const shown = splitDifference(one, other).map((parts) =>
    parts.map(({ text, differs }) => (differs ? `[${text}]` : text)).join(''),
  );
  expect(shown).toEqual(marked);
});

test('texts that are too long to be weighed are cut once', () => {
  const [left] = splitDifference(`${'a+'.repeat(1000)}b`, `${'a%20'.repeat(1000)}b`);
  expect(left.filter(({ differs }) => differs)).toHaveLength(1);
});

test('nothing of a text stays unseen', () => {
  const shown = (text: string, spaces = false) =>
    visibleParts(text, spaces)
      .map((part) => (part.sign ? `<${part.text}>` : part.text))
      .join('');
  expect(shown('a\u202Eb')).toBe('a<U+202E>b');
  expect(shown('\u0000\u001b[31m\u007f')).toBe('<␀><␛>[31m<␡>');
  expect(shown('a b\tc\n')).toBe('a b<⇥\t>c<↵\n>');
  expect(shown(' a b ', true)).toBe('<·>a<·>b<·>');
  expect(shown('\ud800x\u{E0001}\u00a0\u200B')).toBe('<U+D800>x<U+E0001><U+00A0><U+200B>');
  expect(shown('Zoë 👩‍🚀 العربية')).toContain('العربية');
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      for (const part of visibleParts(text)) expect(part.text).toMatch(/^[^\p{Cc}\p{Cf}\p{Cs}]*[\n\t]?$/u);
    }),
  );
});
