import type { FirstDifference } from './explanation.js';

/** Finds the first byte in which two byte strings differ; `undefined` where they are equal. */
export function firstDifference(expected: string, received: string): FirstDifference | undefined {
  if (expected === received) return undefined;
  let index = 0;
  while (index < expected.length && expected[index] === received[index]) index++;
  return { index, expected: expected[index] ?? '', received: received[index] ?? '' };
}
