import type { SessionStore, SessionView } from '@streamone/node';

/** By how much, in milliseconds, a session must hold for longer to be saved again: not at each run. */
const WORTH = 10_000;
const PART = 0.1;

/**
 * Saves for how long a session holds by its last answer: the client does so now and then, and a run of
 * this program is over before. One that is not kept any more, since another run ended it, stays forgotten.
 */
export async function prolongSession(session: SessionView, store: SessionStore): Promise<void> {
  if (!session.active) return;
  const kept = await store.load(session.id);
  const longer = session.expiresAt.getTime() - (kept?.expiresAt ?? Number.POSITIVE_INFINITY);
  if (longer > Math.min(WORTH, session.timeout * 1000 * PART)) await store.save(session.save());
}
