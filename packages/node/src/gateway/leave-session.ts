import { actIn } from './act-in.js';
import type { KeptSession } from './kept-sessions.js';
import type { Visit } from './visit.js';

/**
 * Ends a session: here first, so that its key is forgotten whatever the platform answers, then there.
 *
 * @throws what the client's `logout` does, where the session may live on at the platform
 */
export async function leaveSession(visit: Visit, session: KeptSession): Promise<void> {
  const acting = await actIn(visit, session);
  await visit.sessions.remove(session);
  await acting.logout();
}
