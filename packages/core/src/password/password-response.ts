import { crypt } from './crypt.js';
import { sha256Hex } from './sha256-hex.js';
import { v2Hash } from './v2-hash.js';

/** What a login is answered with. */
export interface PasswordResponseInput {
  /** The password, as typed. */
  readonly password: string;
  /** The salt that `session/initialize` gave. */
  readonly salt: string;
  /** The challenge that `session/initialize` gave. */
  readonly challenge: string;
}

/** Settings of {@link passwordResponse}. */
export interface PasswordResponseOptions {
  /** Called with the part that is done, 0 to 1. Cost 12 takes some 0.3 s in JavaScript. */
  readonly onProgress?: ((done: number) => void) | undefined;
}

/**
 * Computes the answer to a login's challenge:
 * `h = crypt(md5hex(password), salt)`, `s = sha256hex(h)`, `c = sha256hex(s ‖ challenge)`,
 * `response = base64(c XOR h)`, byte by byte, cut to the shorter. Source: protocol, observed.
 *
 * @throws InvalidArgumentError when the salt is no bcrypt salt; a response is never made of another.
 */
export async function passwordResponse(
  input: PasswordResponseInput,
  options: PasswordResponseOptions = {},
): Promise<string> {
  const hash = await crypt(v2Hash(input.password), input.salt, options.onProgress);
  const mask = sha256Hex(sha256Hex(hash) + input.challenge);
  const length = Math.min(mask.length, hash.length);
  let mixed = '';
  for (let at = 0; at < length; at++) mixed += String.fromCharCode(mask.charCodeAt(at) ^ hash.charCodeAt(at));
  return btoa(mixed);
}
