import type { Runtime } from '../runtime.js';
import type { LaidOutKey } from './keyring.js';
import type { Algorithm } from './signing.js';

/** What reckons signatures, in lower-case hex, of a key and a string. */
export type Hasher = Readonly<Record<Algorithm, (key: LaidOutKey, text: string) => string>>;

function xored(key: string, pad: number): string {
  let text = '';
  for (let at = 0; at < 64; at++) text += String.fromCharCode((at < key.length ? key.charCodeAt(at) : 0) ^ pad);
  return text;
}

function fromHex(hex: string): string {
  return hex.replace(/../g, (byte) => String.fromCharCode(Number.parseInt(byte, 16)));
}

/** Makes a hasher. */
export function createHasher({ keyedHmac, sha1, sha256 }: Pick<Runtime, 'keyedHmac' | 'sha1' | 'sha256'>): Hasher {
  return {
    'hmac-sha1': ({ hmac }, text) => hmac(text),
    'hmac-sha256': ({ text: key }, text) => {
      const block = key.length > 64 ? fromHex(sha256(key)) : key;
      return sha256(xored(block, 0x5c) + fromHex(sha256(xored(block, 0x36) + text)));
    },
    swapped: ({ text: key }, text) => keyedHmac(text)(key),
    'key-first': ({ text: key }, text) => sha1(key + text),
    'key-last': ({ text: key }, text) => sha1(text + key),
    'no-key': (_key, text) => sha1(text),
  };
}
