import { md5 } from '@noble/hashes/legacy.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { passwordHash } from '@streamone/core/password';
import type { Password } from '../../state/records.js';

/** The least that bcrypt knows: a login in a test should not take a third of a second. */
const COST = '04';

/** A bcrypt salt that is the same for the same user. The last character holds two bits, and "u" is one that stays as it is. */
function saltFor(username: string): string {
  return `$2y$${COST}$${bytesToHex(sha256(utf8ToBytes(`salt of ${username}`))).slice(0, 21)}u`;
}

/** Makes what the state keeps of a password. Source: protocol, observed. */
export async function hashPassword(username: string, password: string): Promise<Password> {
  const salt = saltFor(username);
  const s = await passwordHash({ password, salt });
  return { salt, s, v2hash: bytesToHex(md5(utf8ToBytes(password))) };
}
