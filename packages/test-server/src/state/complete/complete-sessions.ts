import type { NewRecords } from '../record-kinds.js';
import type { Challenge, Session } from '../session-records.js';
import type { Making } from './making.js';

/** Fills in what is left out of a challenge: asked for now, from this machine. */
export function completeChallenge(given: NewRecords['challenges'], making: Making): Challenge {
  const { id = making.newKey() } = given;
  const expires = making.now().getTime() + making.settings().challengeLifetime * 1000;
  return { userip: '127.0.0.1', expires, used: false, ...given, id };
}

/** Fills in what is left out of a session: begun now. */
export function completeSession(given: NewRecords['sessions'], making: Making): Session {
  const { id = making.newId(), key = making.newKey(), datecreated = making.now() } = given;
  const expires = making.now().getTime() + making.settings().sessionTimeout * 1000;
  return { expires, ...given, id, key, datecreated };
}
