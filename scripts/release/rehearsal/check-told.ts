import { deepEqual } from 'node:assert/strict';

/** What every story must tell; a test server always has the same people and items. */
const TOLD = {
  user: 'editor',
  listed: 3,
  everyPage: true,
  found: true,
  refused: 'NotFoundError 240 LIVESTREAM_NOT_FOUND',
} as const;

/**
 * Makes sure that a story was told to its end, as it should be.
 *
 * @param told what came of it, or the output whose last line that is
 * @param more what it tells beside that which all tell
 */
export function checkTold(told: unknown, more: Readonly<Record<string, unknown>> = {}): void {
  const last = typeof told === 'string' ? told.trim().split('\n').at(-1) : undefined;
  deepEqual(last === undefined ? told : JSON.parse(last || 'null'), { ...TOLD, ...more });
}
