import { Status } from '@streamone/core';
import { Refusal } from '../answer/refusal.js';
import type { World } from '../answer/world.js';
import { sameText } from '../signature/same-text.js';
import type { User } from '../state/records.js';
import type { Challenge } from '../state/session-records.js';
import { type ResponseVerdict, checkResponse } from './check-response.js';

/** What a login is ended with. */
export interface LoginAnswer {
  readonly response: string;
  /** `undefined` where it was not sent, or sent empty. */
  readonly v2hash: string | undefined;
}

const RECKONING =
  'With h = crypt(md5hex(password), salt), s = sha256hex(h) and c = sha256hex(s followed by the challenge), ' +
  'it is base64(c XOR h), byte by byte.';

const VERDICTS: Readonly<Record<Exclude<ResponseVerdict, 'right'>, string>> = {
  wrong: `The password is wrong, or the response was computed otherwise, as with another salt or challenge. ${RECKONING}`,
  'no Base64': `The response is no Base64. ${RECKONING}`,
  'wrong length': `The response does not hold 60 bytes, as that of a bcrypt hash does. ${RECKONING}`,
};

/** Refuses a login with the one status that does not say what was wrong (documented); the explanation does. */
export function refuseLogin(summary: string, argument?: string): never {
  throw new Refusal(Status.SESSION_INVALID, { summary, ...(argument !== undefined && { argument }) });
}

/**
 * Checks who logs in, by the answer to a challenge. The v2 hash counts only for users who need it
 * (inferred).
 *
 * @throws Refusal with 280 where the v2 hash is needed and missing, 281 for all else.
 */
export function checkLogin({ id, username }: Challenge, answer: LoginAnswer, { state, sha256 }: World): User {
  const user = state.users.find((record) => record.username === username);
  if (user === undefined) refuseLogin(`There is no user "${username}"; the salt was made up.`, 'user');
  if (!user.active) refuseLogin(`The user "${username}" is not active.`, 'user');
  if (!user.sessionsenabled) refuseLogin(`The user "${username}" may not log in: sessionsenabled is false.`, 'user');
  const { password } = user;
  if (password === null) refuseLogin(`The user "${username}" has no password yet; the salt was made up.`, 'user');
  if (user.needsv2hash && answer.v2hash === undefined) {
    throw new Refusal(Status.SESSION_NEEDS_V2_HASH, {
      summary: `The user "${username}" must send the argument "v2hash" as well, which is md5hex(password); session/initialize said so by needsv2hash.`,
      argument: 'v2hash',
    });
  }
  const verdict = checkResponse(answer.response, password.s, id, sha256);
  if (verdict !== 'right') refuseLogin(VERDICTS[verdict], 'response');
  if (user.needsv2hash && !sameText(password.v2hash, answer.v2hash ?? '')) {
    refuseLogin('The v2 hash is wrong; it is md5hex(password), in lower case.', 'v2hash');
  }
  return user;
}
