import type { Sha256 } from '../../sha256/sha256.js';
import { replaceMasks } from '../masks/mask-text.js';

/**
 * A text with a stand-in for each mask: of the right shape, so that a client goes on with it, and
 * the same for the same mask, so that what it answers is known again.
 */
export function standIn(text: string, sha256: Sha256): string {
  return replaceMasks(text, (name, mask) => {
    const digest = sha256(mask);
    // bcrypt at its least cost: nobody's password is behind it.
    if (name === 'salt') return `$2y$04$${digest.slice(0, 22)}`;
    // IDs have 12 characters today, keys, challenges and tokens 32. Source: protocol, observed.
    return digest.slice(0, name === 'session' ? 12 : 32);
  });
}

/** A copy of an answer with stand-ins in all its texts. */
export function standInAll(value: unknown, sha256: Sha256): unknown {
  if (typeof value === 'string') return standIn(value, sha256);
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((element: unknown) => standInAll(element, sha256));
  return Object.fromEntries(Object.entries(value).map(([name, field]) => [name, standInAll(field, sha256)]));
}
