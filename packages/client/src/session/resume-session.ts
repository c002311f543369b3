import { InvalidArgumentError } from '@streamone/core';
import type { SessionStore, StoredSession } from './session-store.js';

const TEXTS = ['id', 'key', 'user'] as const;
const NUMBERS = ['timeout', 'expiresAt'] as const;
const expected = 'a session as save() gave it';

/** A copy with these fields alone, checked: what was kept elsewhere may have been changed there. */
function checked(saved: StoredSession): StoredSession {
  if (typeof saved !== 'object' || saved === null) {
    throw new InvalidArgumentError({ argument: 'session', expected, given: saved });
  }
  for (const argument of TEXTS) {
    const given: unknown = saved[argument];
    if (typeof given !== 'string' || given === '') throw new InvalidArgumentError({ argument, expected, given });
  }
  for (const argument of NUMBERS) {
    const given = saved[argument];
    if (!Number.isFinite(given)) throw new InvalidArgumentError({ argument, expected, given });
  }
  const { id, key, user, timeout, expiresAt } = saved;
  return { id, key, user, timeout, expiresAt };
}

/**
 * A session that was kept: as it was saved, or by its ID from the store.
 *
 * @throws InvalidArgumentError when the store has none with this ID or what was saved is not whole.
 */
export async function resumeSession(saved: StoredSession | string, store: SessionStore): Promise<StoredSession> {
  if (typeof saved !== 'string') {
    const whole = checked(saved);
    await store.save(whole);
    return whole;
  }
  const stored = await store.load(saved);
  if (stored !== undefined) return checked(stored);
  throw new InvalidArgumentError({
    argument: 'session',
    expected: 'the ID of a session that is kept in the store',
    given: saved,
    advice: 'It has ended, or it was kept elsewhere; log in again.',
  });
}
