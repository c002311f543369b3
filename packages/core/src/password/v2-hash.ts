import { md5 } from '@noble/hashes/legacy.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

/**
 * The password hash of version 2 of the API: MD5 of the UTF-8 password, lower-case hex. It is worth
 * as much as the password, since the login's response is computed from it: send it only where
 * `needsv2hash` asks for it. Source: protocol, observed.
 */
export function v2Hash(password: string): string {
  return bytesToHex(md5(utf8ToBytes(password)));
}
