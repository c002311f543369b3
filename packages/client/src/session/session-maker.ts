import type { ApplicationCredentials } from '@streamone/core';
import { actorKey } from '../cache/actor-key.js';
import type { ResolvedOptions } from '../options/resolve-options.js';
import type { ClientFamily } from '../client.js';
import { askCredentials } from '../pipeline/ask-credentials.js';
import { applicationOf } from './check-login.js';
import type { SessionStore, StoredSession } from './session-store.js';
import { Session } from './session.js';

/** Makes a session of what is kept of it. */
export type MakeSession = (stored: StoredSession) => Session;

/**
 * How the sessions of a client's application are made. What is known of a person's rights is
 * forgotten when their session ends.
 *
 * @throws InvalidArgumentError when the client is no application's
 */
export async function sessionMaker(
  options: ResolvedOptions & { readonly store: SessionStore },
  family: Pick<ClientFamily, 'questions'>,
): Promise<MakeSession> {
  const { auth, store, clock } = options;
  const renewed = async (): Promise<ApplicationCredentials> => applicationOf(await askCredentials(auth));
  const application = await renewed();
  return (stored) => {
    const session = new Session(stored, { application, renewed, store, clock });
    void session.ended.then(() => family.questions?.forget(`${actorKey(session.credentials)} `));
    return session;
  };
}
