import { firstDifference } from './first-difference.js';
import { createHasher } from './hasher.js';
import { createKeyring } from './keyring.js';
import { createSignedText } from './signed-text.js';
import type { Signing } from './signing.js';
import type { WronglySigned } from './wrongly-signed.js';

/** Looks for the signing that gives a signature, within limits. */
export interface SigningSearch {
  /** Tries one. Of equal ones only the first is tried; another is `known`. */
  try(signing: Signing): 'matches' | 'new' | 'known';
  /** Tries those of a thousand that differ in three digits of the string alone. */
  tryDigits(at: (digits: number) => Signing | undefined, range: DigitRange): Signing | undefined;
  /** Whether it has tried as much as it may. */
  readonly spent: boolean;
}

/** Three digits, from 0 to 999, both included. */
export interface DigitRange {
  readonly from: number;
  readonly to: number;
}

/** How many signatures are reckoned for one explanation, and how many bytes of strings are made for it. */
const MOST_HASHES = 20_000;
const MOST_BYTES = 8_000_000;

/** Makes a search. @param hex the signature */
export function createSigningSearch(hex: string, { world }: Pick<WronglySigned, 'world'>): SigningSearch {
  const hasher = createHasher(world);
  const layOut = createKeyring(world.keyedHmac);
  const signedText = createSignedText();
  const tried = new Set<string>();
  let hashes = 0;
  let bytes = 0;
  const gives = (signing: Signing, text: string): boolean => {
    hashes++;
    return hasher[signing.algorithm](layOut(signing.key), text) === hex;
  };
  return {
    get spent() {
      return hashes >= MOST_HASHES || bytes >= MOST_BYTES;
    },
    try(signing) {
      const text = signedText(signing);
      bytes += text.length;
      const attempt = `${signing.algorithm} ${layOut(signing.key).number} ${text}`;
      if (tried.has(attempt)) return 'known';
      tried.add(attempt);
      return gives(signing, text) ? 'matches' : 'new';
    },
    tryDigits(at, { from, to }) {
      const [first, last] = [at(0), at(999)];
      if (first === undefined || last === undefined) return undefined;
      const text = signedText(first);
      const difference = firstDifference(text, signedText(last));
      if (difference === undefined) return undefined;
      const [before, behind] = [text.slice(0, difference.index), text.slice(difference.index + 3)];
      bytes += text.length * (to - from);
      for (let digits = from; digits <= to; digits++) {
        if (gives(first, before + String(digits).padStart(3, '0') + behind)) return at(digits);
      }
      return undefined;
    },
  };
}
