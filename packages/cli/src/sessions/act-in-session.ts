import { InvalidArgumentError, type NodeClient, type SessionStore, fileSessionStore } from '@streamone/node';
import type { ChosenSession } from '../program/settings.js';
import { SessionGoneError } from './session-gone-error.js';

/** The store that sessions are kept in. @throws InvalidArgumentError where there is no home */
export function sessionStore(folder: string | undefined): SessionStore {
  if (folder !== undefined) return fileSessionStore({ folder });
  const expected = 'a home folder, or XDG_STATE_HOME with the path of one for sessions';
  throw new InvalidArgumentError({ expected, given: undefined });
}

/**
 * A client that acts in a session that is kept.
 *
 * @param client of the application, with the store
 * @throws SessionGoneError when it is not there any more; StoreError when it can't be read
 */
export async function actInSession(
  client: NodeClient,
  { username, login }: ChosenSession,
  store: SessionStore,
): Promise<NodeClient> {
  const { url } = client.options;
  // It is removed from the store when it ends; what is left of the login tells that there was one.
  if (login === undefined) throw new SessionGoneError({ username, url, ended: false });
  if ((await store.load(login.session)) === undefined) throw new SessionGoneError({ username, url, ended: true });
  return client.resume(login.session);
}
