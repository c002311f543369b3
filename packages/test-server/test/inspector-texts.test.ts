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
  expect(splitDifference('user=1&', 'user=1')).toEqual([
    { before: 'user=1', differs: '&', after: '' },
    { before: 'user=1', differs: '', after: '' },
  ]);
  fc.assert(
    fc.property(signed, signed, (one, other) => {
      const [left, right] = splitDifference(one, other);
      expect(left.before + left.differs + left.after).toBe(one);
      expect(right.before + right.differs + right.after).toBe(other);
      expect([left.before, left.after]).toEqual([right.before, right.after]);
      if (one !== other) expect(left.differs).not.toBe(right.differs);
    }),
  );
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
