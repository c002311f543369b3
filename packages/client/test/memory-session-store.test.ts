import { memorySessionStore } from '@streamone/client';
import { expect, test } from 'vitest';
import { sessionStoreSuite } from './session-store-suite.ts';

sessionStoreSuite('memory', {
  create: () => memorySessionStore(),
  createSized: (size) => memorySessionStore({ size }),
});

test.for([0, -1, 1.5, Number.NaN, '5' as never])('a size of %s is refused', (size) => {
  expect(() => memorySessionStore({ size })).toThrow(/size: expected a whole number of sessions/);
});
