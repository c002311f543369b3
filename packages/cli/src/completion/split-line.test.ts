import fc from 'fast-check';
import { expect, it } from 'vitest';
import { splitLine } from './split-line.js';

it.each([
  ['', [], '', false],
  ['streamone ', ['streamone'], '', false],
  ['streamone item vi', ['streamone', 'item'], 'vi', false],
  [`a 'b c' "d e"`, ['a', 'b c'], 'd e', true],
  [`a 'b c`, ['a'], 'b c', true],
  [String.raw`a b\ c`, ['a'], 'b c', false],
  ['a "$(touch x)" b', ['a', '$(touch x)'], 'b', false],
  ['a \\', ['a'], '', false],
])('%s', (line, words, word, quoted) => expect(splitLine(line)).toEqual({ words, word, quoted }));

it('words in single quotes come back as they are', () => {
  const plain = fc.string().filter((text) => !text.includes("'"));
  fc.assert(
    fc.property(fc.array(plain), plain, (words, word) => {
      const line = [...words, word].map((text) => `'${text}'`).join(' ');
      expect(splitLine(line)).toEqual({ words, word, quoted: true });
    }),
  );
});
