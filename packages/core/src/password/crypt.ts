import { hash as bcrypt } from 'bcryptjs';
import { InvalidArgumentError } from '../errors/invalid-argument-error.js';

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

/**
 * bcrypt, as `crypt` of the protocol, in slices, so that a page or a server goes on while it runs.
 *
 * @param onProgress called with the part that is done, 0 to 1
 * @throws InvalidArgumentError when the salt is no bcrypt salt.
 */
export async function crypt(text: string, salt: string, onProgress?: (done: number) => void): Promise<string> {
  const checked = bcryptSalt(salt);
  return new Promise((resolve, reject) => {
    const done = (error: Error | null, hash?: string): void => {
      if (hash === undefined) reject(error ?? new Error('bcrypt gave no hash'));
      else resolve(hash);
    };
    bcrypt(text, checked, done, onProgress);
  });
}
