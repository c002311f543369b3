import { memorySessionStore } from '@streamone/client';
import { isMemorySessionStore } from '@streamone/client/gateway';
import { expect, test } from 'vitest';
import { sessionStoreSuite } from './session-store-suite.ts';

sessionStoreSuite('memory', {
  create: () => memorySessionStore(),
  createSized: (size) => memorySessionStore({ size }),
});

test('is known as one of this process', () => {
  const store = memorySessionStore();
  expect([store, { ...store }].map(isMemorySessionStore)).toEqual([true, false]);
});

test.for([0, -1, 1.5, Number.NaN, '5' as never])('a size of %s is refused', (size) => {
  expect(() => memorySessionStore({ size })).toThrow(/size: expected a whole number of sessions/);
});
