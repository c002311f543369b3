import { md5 as md5Of } from '@noble/hashes/legacy.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { bytesOf } from '../form/byte-string.js';

/** MD5 of a byte string, in lower-case hex: some clients make keys with it. */
export function md5(bytes: string): string {
  return bytesToHex(md5Of(bytesOf(bytes)));
}
