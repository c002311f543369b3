import { utf8ByteString, utf8Text } from '../../form/byte-string.js';
import { escapeComponent } from '../../form/write-form.js';
import { type PairWriter, asPhp, asSent, encoder } from '../pair-writer.js';
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

/** The other of two character sets: Latin-1 of what is UTF-8, UTF-8 of what is not. */
function recoded(bytes: string): string {
  const text = utf8Text(bytes);
  if (text === undefined) return utf8ByteString(bytes);
  return /^[\0-\xff]*$/.test(text) ? text : bytes;
}

function otherCharset(write: PairWriter): PairWriter {
  // What was sent can't be written as it was: its characters are others.
  const writer = write === asSent ? asPhp : write;
  return (pair) => writer({ ...pair, name: recoded(pair.name), value: recoded(pair.value) });
}

function htmlEscaped(text: string): string {
  return text.replaceAll('&', '&amp;');
}

/** PHP's urlencode and rawurlencode, JavaScript's encodeURIComponent. */
const WHOLE: readonly ((text: string) => string)[] = [
  escapeComponent,
  (text) => escapeComponent(text).replaceAll('+', '%20').replaceAll('%7E', '~'),
  (text) =>
    escapeComponent(text)
      .replaceAll('+', '%20')
      .replace(/%(?:7E|21|27|28|29|2A)/g, decodeURIComponent),
];

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
  {
    name: 'latin-1',
    says: 'The string to sign is in Latin-1 and the bytes that were sent are UTF-8 (%E9, %C3%A9), or the other way round; use UTF-8 for both, and sign the bytes that are sent.',
    apply: (signing) => written(signing, otherCharset),
  },
  {
    name: 'html-escaped',
    says: 'The "&" of the string to sign are written "&amp;", as for HTML (in PHP by arg_separator.output, or htmlspecialchars); sign the bytes that are sent, with "&".',
    apply: (signing) => [
      { ...signing, separator: htmlEscaped(signing.separator), join: htmlEscaped(signing.join) },
      { ...signing, separator: htmlEscaped(signing.separator) },
    ],
  },
  {
    name: 'string-encoded',
    says: 'The whole string to sign was encoded for a URL before it was signed (%2Fapi%2F…); encode names and values alone, and sign the bytes that are sent.',
    apply: (signing) => WHOLE.map((whole) => ({ ...signing, whole })),
  },
];
