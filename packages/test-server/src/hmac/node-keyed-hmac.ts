import { hash } from 'node:crypto';
import type { KeyedHmac } from './keyed-hmac.js';

const BLOCK = 64;
const DIGEST = 20;

/** By Node's one-shot hashes, which make an HMAC three times as fast as `createHmac` once its key is laid out. */
export const nodeKeyedHmac: KeyedHmac = (key) => {
  const given = Buffer.from(key, 'latin1');
  const bytes = given.length > BLOCK ? hash('sha1', given, 'buffer') : given;
  const outer = Buffer.alloc(BLOCK + DIGEST, 0x5c);
  let inner = Buffer.alloc(1024, 0x36);
  for (const [at, byte] of bytes.entries()) {
    inner[at] = byte ^ 0x36;
    outer[at] = byte ^ 0x5c;
  }
  return (message) => {
    const end = BLOCK + message.length;
    if (end > inner.length) inner = Buffer.concat([inner.subarray(0, BLOCK)], end * 2);
    inner.write(message, BLOCK, 'latin1');
    outer.write(hash('sha1', inner.subarray(0, end), 'binary'), BLOCK, 'latin1');
    return hash('sha1', outer, 'hex');
  };
};
