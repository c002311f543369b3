import type { KeyedHmac } from '../hmac/keyed-hmac.js';
import type { SigningKey } from './signing.js';

/** A key that is tried with many strings. */
export interface LaidOutKey {
  /** The same for equal keys. */
  readonly number: number;
  /** A byte string. */
  readonly text: string;
  /** HMAC-SHA1 with it, in lower-case hex. */
  readonly hmac: (message: string) => string;
}

/** Makes what lays out each key once, however often it comes. */
export function createKeyring(keyedHmac: KeyedHmac): (key: SigningKey) => LaidOutKey {
  const byText = new Map<string, LaidOutKey>();
  // Most signings share the very object, which is found without putting its parts together.
  const known = new WeakMap<SigningKey, LaidOutKey>();
  return (key) => {
    const before = known.get(key);
    if (before !== undefined) return before;
    const text = key.psk + key.session;
    const found = byText.get(text) ?? { number: byText.size, text, hmac: keyedHmac(text) };
    byText.set(text, found);
    known.set(key, found);
    return found;
  };
}
