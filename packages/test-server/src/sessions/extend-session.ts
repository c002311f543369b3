import type { World } from '../answer/world.js';
import type { Session } from '../state/session-records.js';

/**
 * Puts off the end of a session that is used. Not in read-only mode (documented). That a request
 * which is refused later, as for a missing token, counts as use is inferred.
 */
export function extendSession(session: Session, { state, clock }: World): Session {
  if (state.readOnly) return session;
  return state.sessions.update(session.id, { expires: clock.now() + state.sessionTimeout * 1000 });
}
