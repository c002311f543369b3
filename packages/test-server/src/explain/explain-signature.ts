import { shownText } from '../form/byte-string.js';
import { bodyKind } from '../form/body-kind.js';
import type { Explanation } from './explanation.js';
import { type FoundMistakes, findMistakes } from './find-mistakes.js';
import { firstDifference } from './first-difference.js';
import { keyInWords } from './key-in-words.js';
import { type ReadSignature, readSignature, signatureInWords } from './read-signature.js';
import { readSigning } from './read-signing.js';
import { shownSignedText, signedText } from './signed-text.js';
import type { Signing, SigningKey } from './signing.js';
import type { WronglySigned } from './wrongly-signed.js';

/** The longest Content-Type that is shown. */
const LONGEST_TYPE = 100;

function keyOf({ caller }: WronglySigned): SigningKey {
  return caller.type === 'session'
    ? { psk: caller.application.psk, session: caller.session.key }
    : { psk: caller.record.psk, session: '' };
}

/** A body that is no form comes first: as long as it is sent, no signature helps. */
function otherBody({ parts, exchange }: WronglySigned): string[] {
  const kind = bodyKind(parts.arguments.raw);
  if (kind === 'form') return [];
  const [type = ''] = String(exchange.request.headers['content-type'] ?? '').split(';', 1);
  const sent =
    type === '' ? 'without a Content-Type' : `with "Content-Type: ${shownText(type).slice(0, LONGEST_TYPE)}"`;
  return [
    `The body is ${kind}, ${sent}: send the arguments as a form, with "Content-Type: application/x-www-form-urlencoded", and sign that form.`,
  ];
}

/** What there is to say where no known mistake gives the signature. */
function unknown(request: WronglySigned, { hex, looks }: ReadSignature): string {
  const parts = [...otherBody(request), 'The signature is wrong and fits no known mistake.'];
  if (hex === '')
    parts.push(
      `It is not 40 digits of lower-case hex, as HMAC-SHA1 gives: ${signatureInWords(request.signature)} came.`,
    );
  else {
    parts.push(...looks.map(({ seems }) => seems));
    parts.push(
      `Either the key is wrong (it must be ${keyInWords(request.caller)}), or the bytes were changed between signing and sending.`,
    );
    parts.push('Compare the string that you sign with the expected one.');
  }
  return parts.join(' ');
}

function told(texts: readonly string[]): string {
  if (texts.length < 2) return texts.join('');
  return `${texts.length} mistakes at once. ${texts.map((text, index) => `(${index + 1}) ${text}`).join(' ')}`;
}

function compare(
  right: Signing,
  signed: Signing,
): Pick<Explanation, 'expected' | 'received' | 'firstDifference'> & { hidden: boolean } {
  const [expected, received] = [shownSignedText(right), shownSignedText(signed)];
  const difference = firstDifference(expected, received);
  return {
    expected: shownText(expected),
    received: shownText(received),
    ...(difference && { firstDifference: difference }),
    hidden: difference === undefined && signedText(right) !== signedText(signed),
  };
}

function explainFound(
  { mistakes, signed }: FoundMistakes,
  right: Signing,
  { looks }: ReadSignature,
  request: WronglySigned,
): Explanation {
  const texts = [
    ...mistakes.map(({ says, detail }) => (detail ? `${says} ${detail(signed, right, request)}` : says)),
    ...looks.map(({ says }) => says),
  ];
  const { hidden, ...compared } = compare(right, signed);
  if (hidden) texts.push('The strings differ within the value of a secret argument, which is not shown.');
  return {
    summary: told(texts),
    argument: 'signature',
    mistakes: [...mistakes, ...looks].map(({ name }) => name),
    ...compared,
  };
}

/** The largest request that is compared with the known mistakes, in bytes: with larger ones it takes seconds. */
const LARGEST_COMPARED = 65_536;

/** What is said of a request that is too large for more. */
function uncompared(): Explanation {
  return {
    summary:
      `The signature is wrong. The request is larger than ${LARGEST_COMPARED / 1024} KiB, so it is not compared with ` +
      'the known mistakes; sign a smaller one in the same way to learn more.',
    argument: 'signature',
  };
}

/**
 * Explains a wrong signature. Each known mistake is tried, and each two of them: where they give the
 * signature that was received, they were made, since without the key nobody comes to the same 160
 * bits. Where none do, the string to sign is shown and nothing is claimed.
 */
export function explainSignature(request: WronglySigned): Explanation {
  const { parameters, arguments: form } = request.parts;
  if (parameters.raw.length + form.raw.length > LARGEST_COMPARED) return uncompared();
  const read = readSignature(request.signature);
  const right = readSigning(request.parts, keyOf(request));
  const found = findMistakes(right, read, request);
  if (found !== undefined && found.mistakes.length + read.looks.length > 0)
    return explainFound(found, right, read, request);
  return {
    summary: unknown(request, read),
    argument: 'signature',
    expected: shownText(shownSignedText(right)),
  };
}
