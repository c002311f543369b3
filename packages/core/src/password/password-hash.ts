import { crypt } from './crypt.js';
import { sha256Hex } from './sha256-hex.js';
import { v2Hash } from './v2-hash.js';

/**
 * Computes what the platform keeps of a password: `s = sha256hex(crypt(md5hex(password), salt))`, in
 * lower-case hex. Source: protocol, observed (a changed password is sent as `s`).
 *
 * @param salt a bcrypt salt: `$2y$`, the cost, `$` and 22 characters
 * @throws InvalidArgumentError when the salt is no bcrypt salt.
 */
export async function passwordHash({
  password,
  salt,
}: {
  readonly password: string;
  readonly salt: string;
}): Promise<string> {
  return sha256Hex(await crypt(v2Hash(password), salt));
}
