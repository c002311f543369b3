import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import { InvalidArgumentError } from '@streamone/core';

/** A key that values are sealed with: 32 bytes, as they are or in Base64 or hex. */
export type SealingKey = string | Uint8Array;

/** Seals and opens texts. */
export interface Seal {
  /** @param place where the text will lie; it opens nowhere else */
  close(text: string, place: string): string;
  /** The text; `undefined` when it was sealed by another key, for another place, or was changed. */
  open(sealed: string, place: string): string | undefined;
}

const EXPECTED = 'a key of 32 bytes, as a Uint8Array or in Base64 or hex, as randomBytes(32) makes it';
const VERSION = 'v1';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

function refuse(length: number): never {
  // What was given may be a secret all the same, so only its length is told.
  throw new InvalidArgumentError({ argument: 'keys', expected: EXPECTED, given: `${length} bytes` });
}

function bytesOf(key: SealingKey): Buffer {
  const isHex = typeof key === 'string' && /^[0-9a-f]{64}$/i.test(key);
  const bytes = typeof key !== 'string' ? Buffer.from(key) : Buffer.from(key, isHex ? 'hex' : 'base64');
  // Node leaves out what is no Base64, so that a sentence may have 32 bytes too.
  if (typeof key === 'string' && !isHex && !/^[A-Za-z0-9+/_-]{43}=?$/.test(key.trim())) return refuse(bytes.length);
  return bytes.length === 32 ? bytes : refuse(bytes.length);
}

/** Names a key, so that an opened text tells at once which one it needs. Says nothing of the key itself. */
function nameOf(key: Buffer): string {
  return createHash('sha256').update('streamone seal').update(key).digest('base64url').slice(0, 8);
}

/**
 * Seals texts by AES-256-GCM with a nonce of their own.
 *
 * @param keys the first seals; the others open what was sealed before a change of keys
 * @throws InvalidArgumentError for a key that is none.
 */
export function createSeal(keys: SealingKey | readonly SealingKey[]): Seal {
  const list = (typeof keys === 'string' || keys instanceof Uint8Array ? [keys] : keys).map(bytesOf);
  const [first] = list;
  if (first === undefined) throw new InvalidArgumentError({ argument: 'keys', expected: EXPECTED, given: keys });
  const named = new Map(list.map((key) => [nameOf(key), key]));
  const name = nameOf(first);
  return {
    close(text, place) {
      const nonce = randomBytes(NONCE_BYTES);
      const cipher = createCipheriv('aes-256-gcm', first, nonce).setAAD(Buffer.from(place));
      const sealed = Buffer.concat([nonce, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]);
      return `${VERSION}.${name}.${sealed.toString('base64')}`;
    },
    open(sealed, place) {
      const [version, by = '', content = ''] = sealed.split('.');
      const key = named.get(by);
      const bytes = Buffer.from(content, 'base64');
      if (version !== VERSION || key === undefined || bytes.length < NONCE_BYTES + TAG_BYTES) return undefined;
      try {
        const options = { authTagLength: TAG_BYTES };
        const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, NONCE_BYTES), options);
        decipher.setAAD(Buffer.from(place)).setAuthTag(bytes.subarray(-TAG_BYTES));
        return decipher.update(bytes.subarray(NONCE_BYTES, -TAG_BYTES), undefined, 'utf8') + decipher.final('utf8');
      } catch {
        return undefined;
      }
    },
  };
}
