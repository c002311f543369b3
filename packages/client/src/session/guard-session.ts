import {
  AbortedError,
  type ResponseHeader,
  Status,
  createApiError,
  isApiError,
  isStreamOneError,
} from '@streamone/core';
import type { Action } from '@streamone/core/catalogue';
import { untilAborted } from '../pipeline/until-aborted.js';
import { maskedCause } from '../transport/transport-failure.js';
import type { SessionHolder } from './session-holder.js';
import type { SessionEnd } from './session-view.js';
import type { Session } from './session.js';

/** What a call tells of its response, so that the session can be kept by it. */
export interface Kept {
  readonly header: ResponseHeader;
  readonly cached: boolean;
}

/** A call that is signed by a session. */
export interface SessionCall<T extends Kept> {
  readonly action: Action;
  readonly requestId: string;
  readonly signal: AbortSignal | undefined;
  /**
   * Makes the call.
   *
   * @param session signs it
   * @param attempts how many requests were made for the call before
   */
  readonly run: (session: Session, attempts: number) => Promise<T>;
}

/** A session's own actions end it or begin one: they are never sent again behind a new login. */
const OWN = 'session';

const OVER: Readonly<Record<SessionEnd, string>> = {
  expired: 'its time ran out by the clock of this machine',
  logout: 'it was ended by logout',
  refused: 'the platform had refused it before',
};

/**
 * Runs a call of a session: not at all when the session's time is over, with the session prolonged
 * by a real answer (never by a cached one), and once more when a dead session was followed by
 * another. A dead session refuses a call before it is carried out, so a write may be sent again too.
 *
 * @throws SessionError (282) when the session is over
 */
export async function guardSession<T extends Kept>(holder: SessionHolder, call: SessionCall<T>): Promise<T> {
  const { command, action } = call.action;
  const own = command === OWN;
  const session = await (own ? holder.look() : find(holder, call, 0));
  if (session === undefined || (own && !session.active)) {
    const { current } = holder;
    if (current.end !== undefined) holder.lost(current, current.end);
    throw over(call, `${OVER[current.end ?? 'refused']}; nothing was sent`);
  }
  const deletes = own && action === 'delete';
  try {
    const response = await keep(holder, session, call, 0);
    if (deletes) holder.lost(session, 'logout');
    return response;
  } catch (error) {
    if (!isApiError(error, Status.SESSION_NOT_FOUND)) throw error;
    holder.lost(session, deletes ? 'logout' : 'refused');
    const next = own ? undefined : await find(holder, call, error.attempts);
    if (next === undefined) throw error;
    return await keep(holder, next, call, error.attempts);
  }
}

/** Runs the call and takes note of what its answer, be it a refusal, says of the session. */
async function keep<T extends Kept>(
  holder: SessionHolder,
  session: Session,
  call: SessionCall<T>,
  attempts: number,
): Promise<T> {
  try {
    const response = await call.run(session, attempts);
    if (!response.cached) note(session, response.header);
    return response;
  } catch (error) {
    if (!isApiError(error)) throw error;
    if (error.status !== Status.SESSION_NOT_FOUND) note(session, error.header);
    else if (attempts > 0) holder.lost(session, 'refused');
    throw error;
  }
}

function note(session: Session, { sessiontimeout }: ResponseHeader): void {
  if (typeof sessiontimeout === 'number' && Number.isFinite(sessiontimeout) && sessiontimeout >= 0) {
    session.prolong(sessiontimeout);
  }
}

/** A session that lives, where there is a way to one; a caller need not wait for a login to the end. */
async function find<T extends Kept>(
  holder: SessionHolder,
  call: SessionCall<T>,
  attempts: number,
): Promise<Session | undefined> {
  const { signal } = call;
  try {
    signal?.throwIfAborted();
    return await untilAborted(holder.living(), signal);
  } catch (error) {
    if (signal?.aborted === true) {
      const reason = 'the caller ended it before it was sent';
      throw new AbortedError({ ...placeOf(call), attempts, sent: 'no', reason, cause: signal.reason });
    }
    const cause = isStreamOneError(error) ? error : maskedCause(error, []);
    throw over(call, `logging in again failed: ${cause.message || cause.name}`, attempts, cause);
  }
}

function over<T extends Kept>(call: SessionCall<T>, advice: string, attempts = 0, cause?: Error): Error {
  const header = { status: Status.SESSION_NOT_FOUND, statusmessage: '' };
  return createApiError({ ...placeOf(call), attempts, header, body: null, advice, cause });
}

function placeOf<T extends Kept>({
  action,
  requestId,
}: SessionCall<T>): {
  command: string;
  action: string;
  requestId: string;
} {
  return { command: action.command, action: action.action, requestId };
}
