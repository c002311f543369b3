import { createClient } from '@streamone/client';
import { application } from '@streamone/core';
import { liveServer } from './live-server.ts';

/** What a session is signed with. */
export interface LiveSession {
  readonly id: string;
  readonly key: string;
}

let current: Promise<LiveSession> | undefined;

async function login(): Promise<LiveSession> {
  const { url, fetch, credentials } = liveServer;
  const app = createClient({ auth: application(credentials.application), url, fetch });
  // An address for documentation, by which the server limits failed logins.
  const person = await app.login({ ...credentials.login, ip: '192.0.2.1' });
  const { session } = person.options;
  if (session === undefined) throw new TypeError('a login gave no session');
  return session.save();
}

/** The session of the test server's editor: begun when it is first needed, then the same on every page. */
export function liveSession(): Promise<LiveSession> {
  current ??= login();
  // One that failed is tried again by the next call.
  current.catch(endLiveSession);
  return current;
}

/** Forgets the session, since it is over. */
export function endLiveSession(): void {
  current = undefined;
}
