import { findSession } from './caller.js';
import { jsonAnswer } from './json-answer.js';
import { readJson } from './read-json.js';
import type { Visit } from './visit.js';

/** `POST session`: who is logged in, and for how long. Asks nobody, and does not prolong the session. */
export async function tellSession(visit: Visit): Promise<Response> {
  await readJson(visit, []);
  const session = await findSession(visit);
  if (session === undefined) return jsonAnswer({ session: null });
  const { clock, limits } = visit.options;
  const seconds = (until: number): number => Math.max(0, Math.floor((until - clock()) / 1000));
  const { user } = session.platform;
  // What is left without a request, and what is left in any case.
  return jsonAnswer({
    session: { user, timeout: seconds(session.expiresAt), longest: seconds(session.createdAt + limits.session) },
  });
}
