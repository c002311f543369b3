import { InsecureContextError } from './insecure-context-error.js';

/** The browser's cryptography. @throws InsecureContextError where it gives none */
export function subtleCrypto(): SubtleCrypto {
  const subtle: SubtleCrypto | undefined = typeof crypto === 'undefined' ? undefined : crypto.subtle;
  if (subtle === undefined) throw new InsecureContextError();
  return subtle;
}
