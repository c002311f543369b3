import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createSeal } from '../src/stores/seal.ts';

const key = randomBytes(32);

test('what is sealed opens again, whatever it is', () => {
  const seal = createSeal(key);
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.string(), (text, place) => {
      expect(seal.open(seal.close(text, place), place)).toBe(text);
    }),
  );
});

test('the same text is sealed otherwise each time', () => {
  const seal = createSeal(key);
  expect(seal.close('text', 'a')).not.toBe(seal.close('text', 'a'));
});

test('it opens for its place alone, and for no other key', () => {
  const sealed = createSeal(key).close('text', 'a');
  expect(createSeal(key).open(sealed, 'b')).toBeUndefined();
  expect(createSeal(randomBytes(32)).open(sealed, 'a')).toBeUndefined();
});

test('no changed byte opens', () => {
  const seal = createSeal(key);
  const sealed = seal.close('a text of some length', 'a');
  fc.assert(
    fc.property(fc.nat(sealed.length - 1), fc.constantFrom('A', 'b', '0', '.', '='), (at, other) => {
      const changed = sealed.slice(0, at) + other + sealed.slice(at + 1);
      // Base64 ends in bits that count for nothing: only another value is a change.
      const same = Buffer.from(changed.split('.')[2] ?? '', 'base64').equals(
        Buffer.from(sealed.split('.')[2] ?? '', 'base64'),
      );
      if (!same || changed.split('.').slice(0, 2).join() !== sealed.split('.').slice(0, 2).join()) {
        expect(seal.open(changed, 'a')).toBeUndefined();
      }
    }),
  );
});

test('keys change: the first seals, the others open', () => {
  const old = createSeal(key).close('text', 'a');
  const next = randomBytes(32);
  const both = createSeal([next, key]);
  expect(both.open(old, 'a')).toBe('text');
  expect(createSeal(next).open(both.close('text', 'a'), 'a')).toBe('text');
});

test('a key may be bytes, Base64 or hex', () => {
  const sealed = createSeal(key).close('text', 'a');
  for (const form of [new Uint8Array(key), key.toString('base64'), key.toString('base64url'), key.toString('hex')]) {
    expect(createSeal(form).open(sealed, 'a')).toBe('text');
  }
});

// As Base64, with what is none left out, the sentence has 32 bytes.
const sentence = `${'short words '.repeat(4)}abc`;

test.each([['short'], [sentence], [randomBytes(16)], [''], [[]]])('%j is no key, and is not repeated', (given) => {
  expect(() => createSeal(given)).toThrow(/^keys: expected a key of 32 bytes/);
  expect(() => createSeal(given)).not.toThrow(/short/);
});

test.each(['', 'v1', 'v1..', 'v2.x.y', '{"id":"a"}'])('%j does not open', (text) => {
  expect(createSeal(key).open(text, 'a')).toBeUndefined();
});
