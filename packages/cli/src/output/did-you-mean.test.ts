import { expect, it } from 'vitest';
import { didYouMean } from './did-you-mean.js';

it('asks about a mistyped name in words, and only about one', () => {
  const names = ['searchtitle', 'title', 'limit'];
  expect([didYouMean('limt', names), didYouMean('limit', names), didYouMean('zzz', names)]).toEqual([
    'Did you mean limit?',
    '',
    '',
  ]);
});
