import { algorithmMistakes } from './algorithm-mistakes.js';
import { bodyMistakes } from './body-mistakes.js';
import { encodingMistakes, otherEncodingMistakes } from './encoding-mistakes.js';
import { frameMistakes } from './frame-mistakes.js';
import { keyMistakes } from './key-mistakes.js';
import type { Mistake } from './mistake.js';
import { missingMistakes, otherMissingMistakes } from './missing-mistakes.js';
import { orderMistakes } from './order-mistakes.js';
import { otherSessionMistakes, sessionMistakes } from './session-mistakes.js';
import { unsentMistakes } from './unsent-mistakes.js';
import { otherTimestampMistakes, timestampMistakes } from './timestamp-mistakes.js';

/** The mistakes that are made most. */
const usual: readonly Mistake[] = [
  ...missingMistakes,
  ...orderMistakes,
  ...encodingMistakes,
  ...sessionMistakes,
  ...timestampMistakes,
];

/** The known mistakes in making a signature, the likeliest first: the order in which they are tried and told. */
export const mistakes: readonly Mistake[] = [
  ...usual,
  ...otherEncodingMistakes,
  ...otherSessionMistakes,
  ...otherTimestampMistakes,
  ...frameMistakes,
  ...otherMissingMistakes,
  ...unsentMistakes,
  ...bodyMistakes,
  ...keyMistakes,
  ...algorithmMistakes,
];

const ofLists: ReadonlySet<Mistake> = new Set([
  ...missingMistakes,
  ...orderMistakes,
  ...encodingMistakes,
  ...otherEncodingMistakes,
  ...otherMissingMistakes,
  ...unsentMistakes,
  ...bodyMistakes,
]);

const ofKeys: ReadonlySet<Mistake> = new Set([...sessionMistakes, ...otherSessionMistakes, ...keyMistakes]);

/**
 * Whether it makes a difference which of two mistakes comes first, since both change the key, or
 * the same lists and how these are written: a list that is sorted and then changed is not one that
 * is changed and then sorted.
 */
export function orderMatters(one: Mistake, other: Mistake): boolean {
  return (ofLists.has(one) && ofLists.has(other)) || (ofKeys.has(one) && ofKeys.has(other));
}

/** Those that are made most. */
export const usualMistakes: ReadonlySet<Mistake> = new Set(usual);
