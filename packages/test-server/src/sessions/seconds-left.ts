import type { Session } from '../state/session-records.js';

/**
 * The seconds until a session ends unless it is used again, for the header's `sessiontimeout`.
 * Rounded down: a client must not think that it has longer. 0 once it has ended (inferred).
 *
 * @param time the server's clock, in milliseconds
 */
export function secondsLeft(session: Session | undefined, time: number): number {
  return session === undefined ? 0 : Math.max(0, Math.floor((session.expires - time) / 1000));
}
