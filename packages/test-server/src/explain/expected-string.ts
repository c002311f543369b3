import { shownText } from '../form/byte-string.js';
import type { SignedParts } from '../signature/strings-to-sign.js';
import { readSigning } from './read-signing.js';
import { shownSignedText } from './signed-text.js';

/** The string that must be signed for a request, the values of secret arguments masked. */
export function expectedString(parts: SignedParts): string {
  return shownText(shownSignedText(readSigning(parts, { psk: '', session: '' })));
}
