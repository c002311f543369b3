import { utf8ByteString } from '../form/byte-string.js';
import type { Sha256 } from '../sha256/sha256.js';

const CHARACTERS = 'abcdefghijklmnopqrstuvwxyz0123456789';

/**
 * A salt for somebody without a password, of the form that real ones have: `$2y$12$` and 22 small
 * letters and digits (observed). The same for the same name, so that asking twice tells nothing
 * (documented: an unknown user gets a made-up salt and no error; how it is made is inferred).
 *
 * @param secret known to this server alone
 */
export function madeUpSalt(username: string, secret: string, sha256: Sha256): string {
  const digest = sha256(utf8ByteString(`${secret}\n${username}`));
  let salt = '';
  for (let at = 0; at < 22; at++) {
    const byte = Number.parseInt(digest.slice(at * 2, at * 2 + 2), 16);
    salt += CHARACTERS[byte % CHARACTERS.length] ?? '';
  }
  return `$2y$12$${salt}`;
}
