import { InvalidArgumentError } from '../errors/invalid-argument-error.js';
import type { CryptoKeyLike, SigningKey } from './credentials.js';

/**
 * HMAC-SHA1 of a message as lower-case hex. Given to the signing functions, so that each runtime
 * can bring its fastest.
 */
export type Hmac = (key: SigningKey, message: string) => string | Promise<string>;

const MOST_KEYS = 16;
const imported = new Map<string, Promise<object>>();
let encoder: TextEncoder | undefined;

/** Made at the first use, so that importing the package needs nothing beyond the language. */
function utf8(text: string): Uint8Array {
  encoder ??= new TextEncoder();
  return encoder.encode(text);
}

function subtle(): SubtleCryptoHmac {
  if (typeof crypto !== 'undefined' && crypto.subtle !== undefined) return crypto.subtle;
  throw new InvalidArgumentError({
    argument: 'hmac',
    expected: 'a runtime with WebCrypto, or an hmac function of your own',
    given: undefined,
    advice: 'Browsers have WebCrypto on https:// and on localhost only.',
  });
}

/** Importing a key costs more than signing with it, so the last ones are kept. */
function importKey(key: string): Promise<object> {
  const known = imported.get(key);
  if (known !== undefined) return known;
  const made = subtle().importKey('raw', utf8(key), { name: 'HMAC', hash: 'SHA-1' }, false, ['sign']);
  const [oldest] = imported.keys();
  if (imported.size >= MOST_KEYS && oldest !== undefined) imported.delete(oldest);
  imported.set(key, made);
  made.catch(() => imported.delete(key));
  return made;
}

function toHex(bytes: Uint8Array): string {
  let hex = '';
  for (const byte of bytes) hex += byte.toString(16).padStart(2, '0');
  return hex;
}

/**
 * {@link Hmac} over WebCrypto; takes a text or a CryptoKey. The default of the core and of browsers.
 *
 * @throws InvalidArgumentError where the runtime has no WebCrypto, as a page on plain http://.
 */
export async function webHmac(key: string | CryptoKeyLike, message: string): Promise<string> {
  const cryptoKey = typeof key === 'string' ? await importKey(key) : key;
  return toHex(new Uint8Array(await subtle().sign('HMAC', cryptoKey, utf8(message))));
}
