import { Status } from '@streamone/core';
import { Refusal } from '../answer/refusal.js';
import type { World } from '../answer/world.js';
import type { Application, User } from '../state/records.js';
import type { Session } from '../state/session-records.js';

/** A session that lives, and whose it is. */
export interface FoundSession {
  readonly session: Session;
  readonly user: User;
}

const AGAIN = 'Log in again: session/initialize, then session/create.';

function refuse(session: string, summary: string): never {
  throw new Refusal(Status.SESSION_NOT_FOUND, { summary, argument: 'session', received: session });
}

/** Says so where the key of a session was sent in place of its ID, without repeating it. */
function refuseUnknown(id: string, { sessions }: World['state']): never {
  const meant = sessions.find(({ key }) => key === id);
  if (meant === undefined) {
    refuse(id, `There is no session "${id}"; it was never made, or it was ended by session/delete. ${AGAIN}`);
  }
  throw new Refusal(Status.SESSION_NOT_FOUND, {
    summary: `The parameter "session" holds a session's key; send its ID, "${meant.id}", and sign with the key.`,
    argument: 'session',
    expected: meant.id,
  });
}

/**
 * Finds the session of a request that an application signs. That it must be the application that
 * the session was begun through, and that a session is dead while its user is inactive or may not
 * log in, is inferred.
 *
 * @throws Refusal with 282 for one that is unknown, ended, or timed out.
 */
export function findSession(id: string, application: Application, { state, clock }: World): FoundSession {
  const session = state.sessions.get(id);
  const user = session && state.users.get(session.user);
  if (session === undefined || user === undefined) {
    refuseUnknown(id, state);
  }
  if (session.application !== application.id) {
    refuse(
      id,
      `The session "${id}" was begun through another application than "${application.id}": send the ID and the PSK of that one.`,
    );
  }
  const late = clock.now() - session.expires;
  if (late >= 0) {
    const idle = `after ${state.sessionTimeout} seconds without a request`;
    refuse(id, `The session "${id}" timed out ${Math.floor(late / 1000)} seconds ago, ${idle}. ${AGAIN}`);
  }
  if (!user.active) refuse(id, `The session "${id}" is dead: its user "${user.username}" is not active any more.`);
  if (!user.sessionsenabled) refuse(id, `The session "${id}" is dead: its user "${user.username}" may not log in.`);
  return { session, user };
}
