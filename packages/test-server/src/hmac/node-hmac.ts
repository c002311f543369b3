import { createHmac } from 'node:crypto';
import type { HmacSha1 } from './hmac-sha1.js';

/** HMAC-SHA1 by Node's OpenSSL, ten times as fast as the portable one. */
export const nodeHmac: HmacSha1 = (key, message) => createHmac('sha1', key).update(message, 'latin1').digest('hex');
