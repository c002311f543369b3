import { memoryCache } from '@streamone/client';
import { expect, test } from 'vitest';
import { responseCacheSuite } from './response-cache-suite.ts';

responseCacheSuite('memory', { create: (settings) => memoryCache(settings) });

test.for([0, -1, 1.5, Number.NaN, '5' as never])('a size of %s is refused', (size) => {
  expect(() => memoryCache({ size })).toThrow(/size: expected a whole number of answers/);
});

test.for([0, -1, Number.NaN, Number.POSITIVE_INFINITY, '5' as never])('a lifetime of %s is refused', (lifetime) => {
  expect(() => memoryCache({ lifetime })).toThrow(/lifetime: expected seconds, more than 0/);
});
