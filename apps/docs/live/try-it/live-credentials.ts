import { type Credentials, application, session, user } from '@streamone/core';
import type { Actor } from '@streamone/core/catalogue';
import { liveServer } from './live-server.ts';
import { liveSession } from './live-session.ts';

/** The credentials of the page's server for a kind of caller. @param wrongKey makes the key a wrong one */
export async function liveCredentials(actor: Actor, wrongKey: boolean): Promise<Credentials> {
  const spoil = wrongKey ? '-wrong' : '';
  const known = liveServer.credentials;
  if (actor === 'user') return user({ id: known.user.id, psk: known.user.psk + spoil });
  const { id, psk } = known.application;
  if (actor === 'application') return application({ id, psk: psk + spoil });
  const started = await liveSession();
  return session(application({ id, psk }), { id: started.id, key: started.key + spoil });
}
