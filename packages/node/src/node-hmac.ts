import { createHmac } from 'node:crypto';
import { type Hmac, webHmac } from '@streamone/core';

/** HMAC-SHA1 by `node:crypto`, some ten times as fast as WebCrypto; a CryptoKey goes by WebCrypto. */
export const nodeHmac: Hmac = (key, message) =>
  typeof key === 'string' ? createHmac('sha1', key).update(message).digest('hex') : webHmac(key, message);
