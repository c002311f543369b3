import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { hash as bcrypt } from 'bcryptjs';
import { InvalidArgumentError } from '../errors/invalid-argument-error.js';
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

const BCRYPT_SALT = /^(\$2[aby]\$(\d\d)\$)([./A-Za-z0-9]{22})/;
const LEAST_COST = 4;
/** Cost 16 takes some 5 s; the server chooses the cost, and it must not be able to stop a client. */
const MOST_COST = 16;

const SCHEMES: readonly (readonly [RegExp, string])[] = [
  [/^\$2[a-z]?\$/, 'bcrypt'],
  [/^\$1\$/, 'MD5'],
  [/^\$5\$/, 'SHA-256'],
  [/^\$6\$/, 'SHA-512'],
  [/^_/, 'extended DES'],
  [/^[./0-9A-Za-z]{2}/, 'DES'],
];

/** What crypt would take a salt for, for the error. */
function schemeOf(salt: string): string {
  const name = SCHEMES.find(([pattern]) => pattern.test(salt))?.[1] ?? 'not known';
  const prefix = /^\$[^$]{1,16}\$/.exec(salt)?.[0];
  return prefix === undefined ? name : `${name} (${prefix})`;
}

function refuse(salt: string, expected: string): never {
  throw new InvalidArgumentError({
    argument: 'salt',
    expected,
    given: salt,
    advice: `The scheme of this salt is ${schemeOf(salt)}; the login can't be answered with it.`,
  });
}

/** The salt as bcrypt takes it: 29 characters, whatever follows left out. */
function bcryptSalt(salt: string): string {
  const match = BCRYPT_SALT.exec(salt);
  const cost = Number(match?.[2]);
  if (match === null || cost < LEAST_COST) {
    refuse(salt, 'a bcrypt salt: $2a$, $2b$ or $2y$, a cost of 04 or more, 22 characters');
  }
  if (cost > MOST_COST) refuse(salt, `a bcrypt salt with a cost of at most ${MOST_COST}`);
  return match[0];
}

/** bcrypt in slices, so that a page or a server goes on while it runs. */
function crypt(text: string, salt: string, onProgress?: (done: number) => void): Promise<string> {
  return new Promise((resolve, reject) => {
    const done = (error: Error | null, hash?: string): void => {
      if (hash === undefined) reject(error ?? new Error('bcrypt gave no hash'));
      else resolve(hash);
    };
    bcrypt(text, salt, done, onProgress);
  });
}

const sha256Hex = (text: string): string => bytesToHex(sha256(utf8ToBytes(text)));

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
  const salt = bcryptSalt(input.salt);
  const hash = await crypt(v2Hash(input.password), salt, options.onProgress);
  const mask = sha256Hex(sha256Hex(hash) + input.challenge);
  const length = Math.min(mask.length, hash.length);
  let mixed = '';
  for (let at = 0; at < length; at++) mixed += String.fromCharCode(mask.charCodeAt(at) ^ hash.charCodeAt(at));
  return btoa(mixed);
}
