import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cutText, textWidth, wrapText } from './fit-text.js';

describe('how wide a text is', () => {
  it.each([
    ['abc', 3],
    ['東京', 4],
    ['é as two characters: e\u0301', 22],
    ['👩‍👩‍👧 family', 9],
    ['مقابلة', 6],
  ])('%s: %i', (text, width) => {
    expect(textWidth(text)).toBe(width);
  });
});

describe('a text is cut', () => {
  it.each([
    ['東京2020', 5, '東京…'],
    ['東京2020', 4, '東…'],
    ['abcdef', 6, 'abcdef'],
    ['abcdef', 5, 'abcd…'],
    ['e\u0301e\u0301e\u0301', 2, 'e\u0301…'],
    ['👩‍👩‍👧👩‍👩‍👧', 3, '👩‍👩‍👧…'],
  ])('%s to %i', (text, width, expected) => {
    expect(cutText(text, width)).toBe(expected);
  });

  it('never to more than is there, nor within a character', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 2, max: 20 }), (text, width) => {
        const cut = cutText(text, width);
        expect(textWidth(cut)).toBeLessThanOrEqual(width);
        expect(cut).not.toMatch(/\p{Surrogate}/u);
      }),
    );
  });
});

describe('a text is wrapped', () => {
  it.each([
    ['one two three', 7, 'one two\nthree'],
    ['one two three', 5, 'one\ntwo\nthree'],
    ['https://example.org/long', 10, 'https://ex\nample.org/\nlong'],
    ['東京東京', 4, '東京\n東京'],
  ])('%s to %i', (text, width, expected) => {
    expect(wrapText(text, width)).toBe(expected);
  });

  it('with nothing lost but blanks', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 2, max: 20 }), (text, width) => {
        const lines = wrapText(text, width);
        expect(lines.replaceAll(/\s/g, '')).toBe(text.replaceAll(/\s/g, ''));
      }),
    );
  });
});
