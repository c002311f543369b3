import { type Hmac, InvalidArgumentError, webHmac } from '@streamone/core';
import { subtleCrypto } from './subtle-crypto.js';

/**
 * Signs with keys that can't be read, and no others: whoever reads a text gets the key.
 *
 * @throws InsecureContextError; InvalidArgumentError for a key as text
 */
export const pageHmac: Hmac = async (key, message) => {
  subtleCrypto();
  if (typeof key !== 'string') return webHmac(key, message);
  throw new InvalidArgumentError({
    argument: 'psk',
    expected: 'a key that this page can not read: user({ id, psk: await importKey(typed) })',
    given: key,
  });
};
