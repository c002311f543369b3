import type { Mistake } from './mistake.js';

/** Mistakes in what is made of key and string. */
export const algorithmMistakes: readonly Mistake[] = [
  {
    name: 'key-and-string-swapped',
    says: "The key and the string to sign were given to the HMAC in the wrong order; in PHP it is hash_hmac('sha1', $stringToSign, $key).",
    apply: (signing) => [{ ...signing, algorithm: 'swapped' }],
  },
  {
    name: 'sha1-without-hmac',
    says: 'The signature is a plain SHA-1 of key and string; it must be the HMAC-SHA1 of the string with the key.',
    apply: (signing) => [
      { ...signing, algorithm: 'key-first' },
      { ...signing, algorithm: 'key-last' },
      { ...signing, algorithm: 'no-key' },
    ],
  },
];
