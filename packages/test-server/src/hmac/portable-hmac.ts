import { hmac } from '@noble/hashes/hmac.js';
import { sha1 } from '@noble/hashes/legacy.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { bytesOf } from '../form/byte-string.js';
import type { HmacSha1 } from './hmac-sha1.js';

/** HMAC-SHA1 in JavaScript, for runtimes without a synchronous one of their own. */
export const portableHmac: HmacSha1 = (key, message) => bytesToHex(hmac(sha1, utf8ToBytes(key), bytesOf(message)));
