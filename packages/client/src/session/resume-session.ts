import { InvalidArgumentError } from '@streamone/core';
import type { SessionStore, StoredSession } from './session-store.js';

const TEXTS = ['id', 'key', 'user'] as const;
const NUMBERS = ['timeout', 'expiresAt'] as const;

function check(saved: StoredSession): void {
  for (const name of TEXTS) {
    if (typeof saved[name] === 'string' && saved[name] !== '') continue;
    throw new InvalidArgumentError({ argument: name, expected: 'a session as save() gave it', given: saved[name] });
  }
  for (const name of NUMBERS) {
    if (Number.isFinite(saved[name])) continue;
    throw new InvalidArgumentError({ argument: name, expected: 'a session as save() gave it', given: saved[name] });
  }
}

/**
 * A session that was kept: as it was saved, or by its ID from the store.
 *
 * @throws InvalidArgumentError when the store has none with this ID or what was saved is not whole.
 */
export async function resumeSession(saved: StoredSession | string, store: SessionStore): Promise<StoredSession> {
  if (typeof saved !== 'string') {
    check(saved);
    await store.save(saved);
    return saved;
  }
  const stored = await store.load(saved);
  if (stored !== undefined) return stored;
  throw new InvalidArgumentError({
    argument: 'session',
    expected: 'the ID of a session that is kept in the store',
    given: saved,
    advice: 'It has ended, or it was kept elsewhere; log in again.',
  });
}
