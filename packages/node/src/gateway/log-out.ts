import { findSession } from './caller.js';
import { GatewayRefusal } from './gateway-refusal.js';
import { jsonAnswer } from './json-answer.js';
import { type KeptSession, placeOf } from './kept-sessions.js';
import { leaveSession } from './leave-session.js';
import { readJson } from './read-json.js';
import { refusalOf } from './refusal-of.js';
import type { Visit } from './visit.js';

/** A record that can't be read here may be read elsewhere, by another key: so it goes, and the log is told. */
async function forgetUnread({ options, request, sessions, note }: Visit, cause: unknown): Promise<void> {
  const cookie = options.cookies.session.read(request.headers);
  if (cause === undefined || typeof cookie !== 'object') return;
  note.cause = cause;
  await sessions.remove({ place: placeOf('session', cookie.id) });
}

/** A session that is over already is what was asked for. */
async function sessionLeft(visit: Visit): Promise<KeptSession | undefined> {
  try {
    return await findSession(visit);
  } catch (error) {
    if (!(error instanceof GatewayRefusal) || error.code !== 'session-ended') throw error;
    await forgetUnread(visit, error.details.cause);
    return undefined;
  }
}

/** `POST logout`: ends the session; on this side whatever the platform answers. */
export async function logOut(visit: Visit): Promise<Response> {
  await readJson(visit, []);
  const cookies = [visit.options.cookies.session.clear()];
  const session = await sessionLeft(visit);
  try {
    if (session !== undefined) await leaveSession(visit, session);
  } catch (error) {
    const { code, details } = refusalOf(error, false);
    throw new GatewayRefusal(code, { ...details, cookies });
  }
  return jsonAnswer({ session: null }, { cookies });
}
