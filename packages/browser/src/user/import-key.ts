import { InvalidArgumentError } from '@streamone/core';
import { subtleCrypto } from './subtle-crypto.js';

/**
 * Makes a key of a person's own pre-shared key, as they typed it: `user({ id, psk: await importKey(typed) })`. It signs,
 * but nothing can read it back, not this page either. Keep it in a variable alone, and forget the text.
 *
 * @throws InsecureContextError where the browser gives no cryptography; InvalidArgumentError for an empty text
 */
export async function importKey(psk: string): Promise<CryptoKey> {
  if (typeof psk !== 'string' || psk === '') {
    throw new InvalidArgumentError({ argument: 'psk', expected: 'a text that is not empty', given: psk });
  }
  const bytes = new TextEncoder().encode(psk);
  return subtleCrypto().importKey('raw', bytes, { name: 'HMAC', hash: 'SHA-1' }, false, ['sign']);
}
