import { SessionHolder } from '../session/session-holder.js';
import { sessionMaker } from '../session/session-maker.js';
import type { SessionStore, StoredSession } from '../session/session-store.js';
import type { StreamOneClient } from '../stream-one-client.js';
import { lookInside } from './look-inside.js';

/**
 * A client that acts in a session which is kept elsewhere: unlike `resume` it saves nothing when it is made, and
 * works with the store that is given instead of the client's own.
 *
 * @throws InvalidArgumentError when the client is no application's.
 */
export async function actingClient(
  client: unknown,
  stored: StoredSession,
  store: SessionStore,
): Promise<StreamOneClient> {
  const { options, family } = lookInside(client);
  const make = await sessionMaker({ ...options, store }, family);
  const holder = new SessionHolder(make(stored));
  const acting = family.create({ ...options, store, auth: () => holder.credentials, session: holder });
  return acting as unknown as StreamOneClient;
}
