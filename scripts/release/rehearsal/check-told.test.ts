import { expect, test } from 'vitest';
import { checkTold } from './check-told.ts';

const TOLD = {
  user: 'editor',
  listed: 3,
  everyPage: true,
  found: true,
  refused: 'NotFoundError 240 LIVESTREAM_NOT_FOUND',
};

test('a story that was told to its end is taken, as data or as the last line of an output', () => {
  expect(() => checkTold(TOLD)).not.toThrow();
  expect(() =>
    checkTold(`a note\n${JSON.stringify({ ...TOLD, loggedIn: 'editor' })}\n`, { loggedIn: 'editor' }),
  ).not.toThrow();
});

test.for([
  ['', 'nothing'],
  ['not JSON', 'something else'],
  [{ ...TOLD, everyPage: false }, 'pages that were left out'],
  [{ ...TOLD, refused: 'nothing was refused' }, 'no refusal'],
  [{ ...TOLD, surplus: true }, 'more than was asked for'],
] as const)('%j is none: %s', ([told]) => {
  expect(() => checkTold(told)).toThrow(/deep-equal|JSON/);
});
