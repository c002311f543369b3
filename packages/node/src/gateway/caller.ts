import type { StreamOneClient } from '@streamone/client';
import { isStoreError } from '../stores/store-error.js';
import { actIn } from './act-in.js';
import { addressGroup } from './client-address.js';
import { GatewayRefusal } from './gateway-refusal.js';
import type { FoundSession, KeptSession } from './kept-sessions.js';
import { leaveSession } from './leave-session.js';
import type { Visit } from './visit.js';

/** Who a request is from. */
export interface Caller {
  /** Acts as them; the gateway's own client for who is not logged in. */
  readonly client: StreamOneClient;
  readonly session: KeptSession | undefined;
}

function ended({ options }: Visit, message: string, cause?: unknown): GatewayRefusal {
  return new GatewayRefusal('session-ended', { message, cookies: [options.cookies.session.clear()], cause });
}

/** A record that can't be read is no session: nobody could ever use it, and the cookie would never go. */
async function lookUp(visit: Visit, id: string): Promise<FoundSession | undefined> {
  try {
    return await visit.sessions.find(id);
  } catch (error) {
    throw isStoreError(error) ? ended(visit, 'The session has ended.', error) : error;
  }
}

/** The session that a request comes with; `undefined` where it comes with none. @throws GatewayRefusal where that is over */
export async function findSession(visit: Visit): Promise<KeptSession | undefined> {
  const { options, request, note } = visit;
  const cookie = options.cookies.session.read(request.headers);
  if (cookie === 'none' || !(await visit.canLogIn())) return undefined;
  // Who had a session never goes on as somebody else without being told.
  if (cookie === 'foreign') throw ended(visit, 'The cookie is none of this gateway.');
  const found = await lookUp(visit, cookie.id);
  if (found === undefined) throw ended(visit, 'The session has ended.');
  if (!found.holds) {
    await leaveSession(visit, found.session).catch(() => undefined);
    throw ended(visit, 'The time of the session is over.');
  }
  note.signedIn = true;
  return found.session;
}

/** What may be done without a session. */
async function isAnonymous(visit: Visit, what: string): Promise<boolean> {
  const { anonymous } = visit.options;
  // What the gateway does not do at all was refused before.
  return anonymous === undefined ? !(await visit.canLogIn()) : anonymous.has(what);
}

/**
 * Does something for the person who sends a request, within their limits.
 *
 * @param what the action, or `upload`
 * @throws GatewayRefusal for who may not, or asks too often or for too much at once
 */
export async function asCaller<T>(visit: Visit, what: string, work: (caller: Caller) => Promise<T>): Promise<T> {
  const { options, limiters, gate, address } = visit;
  const session = await findSession(visit);
  if (session === undefined && !(await isAnonymous(visit, what))) {
    throw new GatewayRefusal('no-session', { message: 'This needs somebody to be logged in.' });
  }
  const retryAfter = session === undefined ? 0 : limiters.person.take(session.place);
  if (retryAfter > 0)
    throw new GatewayRefusal('rate-limited', { message: 'Too many requests in a minute.', retryAfter });
  // People whose address is not known can't be told apart.
  const person = session?.place ?? (address === undefined ? undefined : addressGroup(address));
  const leave = person === undefined ? (): void => undefined : gate.enterAs(person);
  if (leave === undefined) throw new GatewayRefusal('busy', { message: 'Too many requests at once.', retryAfter: 1 });
  try {
    return await work({ client: session === undefined ? options.client : await actIn(visit, session), session });
  } finally {
    leave();
  }
}
