import { type ResponseHeader, Status, createApiError, isApiError } from '@streamone/core';
import type { Action } from '@streamone/core/catalogue';
import type { SessionHolder } from './session-holder.js';
import type { Session, SessionEnd } from './session.js';

/** What a call tells of its response, so that the session can be kept by it. */
interface Kept {
  readonly header: ResponseHeader;
  readonly cached: boolean;
}

/** A session's own actions end it or begin one: they are never sent again behind a new login. */
const OWN = 'session';

const OVER: Readonly<Record<SessionEnd, string>> = {
  expired: 'its time ran out by the clock of this machine',
  logout: 'it was ended by logout',
  refused: 'the platform had refused it before',
};

function over({ command, action }: Action, requestId: string, end: SessionEnd): Error {
  const header = { status: Status.SESSION_NOT_FOUND, statusmessage: '' };
  const advice = `${OVER[end]}; nothing was sent`;
  return createApiError({ command, action, requestId, header, body: null, advice });
}

function note(session: Session, header: ResponseHeader): void {
  const { sessiontimeout } = header;
  if (typeof sessiontimeout === 'number' && sessiontimeout >= 0) session.prolong(sessiontimeout);
}

/**
 * Runs a call of a session: not at all when the session's time is over, with the session prolonged
 * by a real answer (never by a cached one), and once more when a dead session was followed by
 * another. A dead session refuses a call before it is carried out, so a write may be sent again too.
 *
 * @throws SessionError (282) when the session is over
 */
export async function guardSession<T extends Kept>(
  holder: SessionHolder,
  action: Action,
  requestId: string,
  run: () => Promise<T>,
): Promise<T> {
  const own = action.command === OWN;
  const { end } = holder.current;
  if (end !== undefined && (own || !(await holder.lost(holder.current, end)))) throw over(action, requestId, end);
  const session = holder.current;
  try {
    const response = await run();
    if (!response.cached) note(session, response.header);
    if (own && action.action === 'delete') await holder.lost(session, 'logout');
    return response;
  } catch (error) {
    if (!isApiError(error)) throw error;
    if (error.status !== Status.SESSION_NOT_FOUND) {
      note(session, error.header);
      throw error;
    }
    const replaced = await holder.lost(session, own ? 'logout' : 'refused');
    if (own || !replaced) throw error;
    return run();
  }
}
