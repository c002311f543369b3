import { utf8ByteString } from '../form/byte-string.js';
import type { Sha256 } from '../sha256/sha256.js';
import { sameText } from '../signature/same-text.js';

const BASE64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;

/** What a response to a challenge is. */
export type ResponseVerdict = 'right' | 'wrong' | 'no Base64' | 'wrong length';

/** `$2y$12$`, 22 characters of salt and 31 of hash. */
const BCRYPT_LENGTH = 60;

/**
 * Checks a response without knowing the password: with `c = sha256hex(s ‖ challenge)`, the response
 * is `c XOR h`, so `h = response XOR c`, and the password is right if `sha256hex(h) = s`. Source:
 * protocol, observed; the reckoning on the server's side is inferred.
 */
export function checkResponse(response: string, s: string, challenge: string, sha256: Sha256): ResponseVerdict {
  if (response === '' || !BASE64.test(response)) return 'no Base64';
  const mixed = atob(response);
  if (mixed.length !== BCRYPT_LENGTH) return 'wrong length';
  const mask = sha256(s + utf8ByteString(challenge));
  let hash = '';
  for (let at = 0; at < mixed.length; at++) hash += String.fromCharCode(mixed.charCodeAt(at) ^ mask.charCodeAt(at));
  return sameText(s, sha256(hash)) ? 'right' : 'wrong';
}
