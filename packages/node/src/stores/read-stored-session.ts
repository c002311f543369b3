import type { StoredSession } from '@streamone/client';

/** Reads a session that was kept as JSON; `undefined` where it is none, or not the one of this ID. */
export function readStoredSession(text: string, id: string): StoredSession | undefined {
  let kept: Partial<StoredSession> | null;
  try {
    kept = JSON.parse(text) as Partial<StoredSession> | null;
  } catch {
    return undefined;
  }
  const texts = [kept?.id, kept?.key, kept?.user];
  const numbers = [kept?.timeout, kept?.expiresAt];
  if (!texts.every((value) => typeof value === 'string') || !numbers.every(Number.isFinite)) return undefined;
  return kept?.id === id ? (kept as StoredSession) : undefined;
}
