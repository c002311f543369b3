import type { SessionStore, StreamOneClient } from '@streamone/client';
import { actingClient } from '@streamone/client/gateway';
import type { KeptSession } from './kept-sessions.js';
import type { Visit } from './visit.js';

/** A client that acts in a session; it forgets the session where the platform does not know it any more. */
export function actIn(visit: Visit, session: KeptSession): Promise<StreamOneClient> {
  const store: SessionStore = {
    load: async () => undefined,
    save: async () => undefined,
    remove: () => visit.sessions.remove(session),
  };
  return actingClient(visit.options.client, session.platform, store);
}
