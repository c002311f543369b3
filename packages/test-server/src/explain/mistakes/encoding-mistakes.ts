import { escapeComponent } from '../../form/write-form.js';
import { type PairWriter, encoder } from '../pair-writer.js';
import type { Signing } from '../signing.js';
import type { Mistake } from './mistake.js';

/** Both sides of the string written in another way, or one alone. */
function written(signing: Signing, write: (before: PairWriter) => PairWriter): Signing[] {
  const [writeParameter, writeArgument] = [write(signing.writeParameter), write(signing.writeArgument)];
  return [
    { ...signing, writeParameter, writeArgument },
    { ...signing, writeArgument },
    { ...signing, writeParameter },
  ];
}

function encoded(signing: Signing, writers: readonly PairWriter[]): Signing[] {
  return writers.flatMap((writer) => written(signing, () => writer));
}

const RFC_3986 = [
  // PHP's rawurlencode and most others; JavaScript's encodeURIComponent; Python's quote; a "+" replaced by %20.
  encoder(/[^A-Za-z0-9._~-]/g, '%20'),
  encoder(/[^A-Za-z0-9._~!'()*-]/g, '%20'),
  encoder(/[^A-Za-z0-9._~/-]/g, '%20'),
  encoder(/[^A-Za-z0-9._-]/g, '%20'),
];

const OTHER_FORMS = [
  // Java's URLEncoder and URLSearchParams; Python's urlencode and Go's QueryEscape.
  encoder(/[^A-Za-z0-9._*-]/g, '+'),
  encoder(/[^A-Za-z0-9._~-]/g, '+'),
];

function lowerCase(write: PairWriter): PairWriter {
  return (pair) => write(pair).replace(/%[0-9A-F]{2}/g, (escape) => escape.toLowerCase());
}

function twice(write: PairWriter): PairWriter {
  return (pair) => {
    const [name = '', ...value] = write(pair).split('=');
    return `${name}=${escapeComponent(value.join('='))}`;
  };
}

/** Mistakes in how names and values are encoded. */
export const encodingMistakes: readonly Mistake[] = [
  {
    name: 'rfc-3986',
    says: 'The string to sign is encoded by RFC 3986 (a space is %20, "~" stays); sign the bytes that are sent, encoded as PHP\'s http_build_query does (a space is "+", "~" is %7E).',
    apply: (signing) => encoded(signing, RFC_3986),
  },
  {
    name: 'signed-before-encoding',
    says: 'The string to sign holds the values as they are before encoding; encode first, then sign what is sent.',
    apply: (signing) => encoded(signing, [({ name, value }) => `${name}=${value}`]),
  },
];

/** Less usual ones. */
export const otherEncodingMistakes: readonly Mistake[] = [
  {
    name: 'form-urlencoded',
    says: 'The string to sign is encoded as another library writes forms ("*" or "~" stays bare), and other bytes were sent; sign the bytes that are sent.',
    apply: (signing) => encoded(signing, OTHER_FORMS),
  },
  {
    name: 'lower-case-escapes',
    says: 'The escapes in the string to sign are in lower case (%c3), those that were sent are not; sign the bytes that are sent (%C3).',
    apply: (signing) => written(signing, lowerCase),
  },
  {
    name: 'encoded-twice',
    says: 'The values in the string to sign are encoded twice (%2520); encode once, and sign the bytes that are sent.',
    apply: (signing) => written(signing, twice),
  },
];
