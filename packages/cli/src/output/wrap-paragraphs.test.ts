import { expect, it } from 'vitest';
import { wrapParagraphs } from './wrap-paragraphs.js';

const LINE = 'The platform archives what is uploaded, which hides it from most lists: and some more of it';

it('fills paragraphs anew, and leaves what is indented or begins something', () => {
  const text = `${LINE}\nends here.\nErrors: one\n\nExamples:\n  streamone ${LINE}\n`;
  expect(wrapParagraphs(text, 40)).toBe(
    [
      'The platform archives what is uploaded,',
      'which hides it from most lists: and some',
      'more of it ends here.',
      'Errors: one',
      '',
      'Examples:',
      `  streamone ${LINE}`,
      '',
    ].join('\n'),
  );
});

it('changes nothing where there is room, and breaks no word', () => {
  expect(wrapParagraphs(`${LINE}\nends`, 120)).toBe(`${LINE}\nends`);
  expect(wrapParagraphs('a verylongword b', 5)).toBe('a\nverylongword\nb');
});
