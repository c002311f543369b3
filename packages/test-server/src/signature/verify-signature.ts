import type { HmacSha1 } from '../hmac/hmac-sha1.js';
import { sameText } from './same-text.js';
import { type SignedParts, rawStringToSign, stringsToSign } from './strings-to-sign.js';

/**
 * Whether a signature is right, over the bytes as received or over PHP's canonical form of them.
 *
 * @param key the PSK; in a session the application's PSK with the session's key behind it
 */
export function verifySignature(parts: SignedParts, signature: string, key: string, hmac: HmacSha1): boolean {
  if (sameText(hmac(key, rawStringToSign(parts)), signature)) return true;
  for (const text of stringsToSign(parts)) {
    if (sameText(hmac(key, text), signature)) return true;
  }
  return false;
}
