import { type RawCall, rawCall } from '@streamone/client/gateway';
import { type ResponseHeader, Status, isApiError } from '@streamone/core';
import type { Caller } from './caller.js';
import type { Visit } from './visit.js';

/** An answer of the platform, a refusal too, as it goes to the page. */
export interface Envelope {
  readonly header: ResponseHeader;
  readonly body: unknown;
}

/** Keeps the session of a caller by what the last answer said of it. @returns the seconds that it has left */
export async function keepSession(visit: Visit, { client, session }: Caller): Promise<number> {
  if (session === undefined) return 0;
  const ends = client.options.session?.expiresAt.getTime() ?? session.platform.expiresAt;
  // The answer is there, and a write may be done: that the session could not be kept shows when it is used next.
  const { expiresAt } = await visit.sessions.use(session, ends).catch(() => session);
  return Math.max(0, Math.floor((expiresAt - visit.options.clock()) / 1000));
}

async function settle(visit: Visit, caller: Caller, { header, body }: Envelope): Promise<Envelope> {
  visit.note.status = header.status;
  const { session } = caller;
  if (session === undefined) return { header, body };
  if (header.status === Status.SESSION_NOT_FOUND) {
    // Its cookie stays: this answer may come late, when the browser has that of a new login under the same name. The
    // next request that still brings the old one clears it.
    await visit.sessions.remove(session).catch(() => undefined);
    return { header, body };
  }
  // By the gateway's own limits, and never as an answer that was kept has it.
  const sessiontimeout = await keepSession(visit, caller);
  return { header: { ...header, sessiontimeout }, body };
}

/** A refusal by the platform is an answer like any other; anything else is thrown on. */
export async function refusalAsAnswer(visit: Visit, caller: Caller, error: unknown): Promise<Envelope> {
  if (!isApiError(error)) throw error;
  return settle(visit, caller, { header: error.header, body: error.body });
}

/**
 * Asks the platform for somebody, and keeps their session by the answer.
 *
 * @throws TransportError when there is none; InvalidArgumentError when nothing could be sent
 */
export async function askPlatform(visit: Visit, caller: Caller, call: RawCall): Promise<Envelope> {
  let answer: Envelope;
  try {
    answer = await rawCall(caller.client, call);
  } catch (error) {
    return refusalAsAnswer(visit, caller, error);
  }
  return settle(visit, caller, answer);
}
