import { inputError } from '../answer/input-error.js';
import type { OpenArguments } from './open-arguments.js';

/** Something at a place in a list. */
interface Placed {
  readonly id: string;
  readonly position: number;
}

/** In the order of their positions, which have gaps (documented); those at the same place stay as they were added (inferred). */
export function byPosition<T extends Placed>(list: readonly T[]): T[] {
  return [...list].sort((a, b) => a.position - b.position);
}

/**
 * Reads `position`. Unless given it is the place behind the last, 0 in an empty list (inferred).
 *
 * @throws Refusal with 6 for a negative or malformed one.
 */
export function readPosition(given: OpenArguments, list: readonly Placed[], before?: number): number {
  const position = given.integer('position');
  if (typeof position !== 'number') return before ?? Math.max(-1, ...list.map((entry) => entry.position)) + 1;
  if (position >= 0) return position;
  throw inputError('position', 'A position goes from 0 up.', { received: String(position) });
}
