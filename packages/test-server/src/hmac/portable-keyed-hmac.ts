import { hmac } from '@noble/hashes/hmac.js';
import { sha1 } from '@noble/hashes/legacy.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { bytesOf } from '../form/byte-string.js';
import type { KeyedHmac } from './keyed-hmac.js';

/** In JavaScript, for runtimes without synchronous hashes of their own. */
export const portableKeyedHmac: KeyedHmac = (key) => {
  const keyed = hmac.create(sha1, bytesOf(key));
  return (message) => bytesToHex(keyed.clone().update(bytesOf(message)).digest());
};
