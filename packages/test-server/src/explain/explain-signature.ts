import { shownText } from '../form/byte-string.js';
import type { HmacSha1 } from '../hmac/hmac-sha1.js';
import { sameText } from '../signature/same-text.js';
import type { SignedParts } from '../signature/strings-to-sign.js';
import { rawStringToSign } from '../signature/strings-to-sign.js';
import type { Explanation } from './explanation.js';
import { firstDifference } from './first-difference.js';
import { maskStringToSign } from './mask-string-to-sign.js';
import { type Mistake, mistakes } from './mistakes.js';
import { readSigning } from './read-signing.js';
import { type Signing, signedText } from './signing.js';

/** A request whose signature is wrong. */
export interface WronglySigned {
  readonly parts: SignedParts;
  /** As received. */
  readonly signature: string;
  /** The key that it should be signed with. */
  readonly key: string;
  readonly hmac: HmacSha1;
}

function findMistake({
  parts,
  signature,
  key,
  hmac,
}: WronglySigned): { mistake: Mistake; signed: Signing } | undefined {
  const right = readSigning(parts, key);
  for (const mistake of mistakes) {
    for (const signed of mistake.apply(right)) {
      if (sameText(signed.digest(hmac(signed.key, signedText(signed))), signature)) return { mistake, signed };
    }
  }
  return undefined;
}

/** What the look of a signature tells when nothing else does. */
function byItsLook(signature: string): string {
  if (/^[0-9a-f]{40}$/.test(signature)) {
    return 'Either the key is wrong, or the bytes were changed between signing and sending.';
  }
  if (/^[0-9a-f]{64}$/i.test(signature)) return 'It has the length of HMAC-SHA256; the API takes HMAC-SHA1.';
  return 'It is not 40 digits of lower-case hex, as HMAC-SHA1 gives.';
}

/**
 * Explains a wrong signature. Each known mistake is tried: where one gives the signature that was
 * received, it was made, since without the key nobody comes to the same 160 bits. Where none does,
 * the string to sign is shown and nothing is claimed.
 */
export function explainSignature(request: WronglySigned): Explanation {
  const expected = maskStringToSign(rawStringToSign(request.parts));
  const found = findMistake(request);
  if (found === undefined) {
    return {
      summary: `The signature is wrong and fits no known mistake. ${byItsLook(request.signature)}`,
      argument: 'signature',
      expected: shownText(expected),
    };
  }
  const { mistake, signed } = found;
  const received = maskStringToSign(signedText(signed));
  const difference = firstDifference(expected, received);
  return {
    summary: mistake.says,
    argument: 'signature',
    mistakes: [mistake.name],
    expected: shownText(expected),
    received: shownText(received),
    ...(difference && { firstDifference: difference }),
  };
}
