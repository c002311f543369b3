import { type Credentials, InvalidArgumentError, baseUrl, session } from '@streamone/node';
import type { Context } from '../program/context.js';
import type { Settings } from '../program/settings.js';
import { sessionStore } from './act-in-session.js';
import { sessionFolder } from './session-folder.js';
import { SessionGoneError } from './session-gone-error.js';

/**
 * What a request is signed with: the credentials that are set, in a session its key beside them.
 *
 * @throws InvalidArgumentError when credentials are missing; SessionGoneError
 */
export async function signingCredentials({ env }: Context, settings: Settings): Promise<Credentials> {
  const { credentials, problem, session: chosen, url, insecure } = settings;
  if (credentials === undefined) {
    throw problem ?? new InvalidArgumentError({ expected: 'credentials', given: undefined });
  }
  if (chosen === undefined || credentials.value.type !== 'application') return credentials.value;
  const { username, login } = chosen.value;
  const kept = login === undefined ? undefined : await sessionStore(sessionFolder(env)).load(login.session);
  if (kept !== undefined) return session(credentials.value, kept);
  throw new SessionGoneError({ username, url: baseUrl(url.value, insecure.value), ended: login !== undefined });
}
