import type { Signing, SignedPair } from './signing.js';

/** A known way to sign wrongly. */
export interface Mistake {
  /** Its name, as `rfc-3986`. */
  readonly name: string;
  /** What the client did and what to do instead, in a sentence. */
  readonly says: string;
  /** The wrong ways to sign that it makes of a right one. None where it would change nothing. */
  apply(right: Signing): Iterable<Signing>;
}

function escaped(bytes: string, bare: RegExp, space: string): string {
  return bytes.replace(/[^]/g, (byte) => {
    if (bare.test(byte)) return byte;
    if (byte === ' ') return space;
    return `%${byte.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`;
  });
}

function writer(bare: RegExp, space: string): (pair: SignedPair) => string {
  return ({ name, value }) => `${escaped(name, bare, space)}=${escaped(value, bare, space)}`;
}

function sorted(list: readonly SignedPair[]): readonly SignedPair[] {
  return [...list].sort((a, b) => (a.name < b.name ? -1 : Number(a.name > b.name)));
}

const USUAL_ORDER = 'api format authentication_type account customer timezone timestamp user application session'.split(
  ' ',
);

function usual(list: readonly SignedPair[]): readonly SignedPair[] {
  return [...list].sort((a, b) => USUAL_ORDER.indexOf(a.name) - USUAL_ORDER.indexOf(b.name));
}

function milliseconds(right: Signing, thousandths: number): Signing {
  const digits = String(thousandths).padStart(3, '0');
  const parameters = right.parameters.map((pair) =>
    pair.name === 'timestamp' ? { ...pair, raw: pair.raw + digits, value: pair.value + digits } : pair,
  );
  return { ...right, parameters };
}

/** The known mistakes. Each is tried alone. */
export const mistakes: readonly Mistake[] = [
  {
    name: 'missing-ampersand',
    says: 'The "&" between parameters and arguments is missing from the string to sign; it stands there even when there are no arguments.',
    apply: (right) => [{ ...right, join: '' }],
  },
  {
    name: 'arguments-left-out',
    says: 'The arguments (the request body) were left out of the string to sign; they follow the parameters after an "&".',
    apply: (right) =>
      right.arguments.length === 0
        ? []
        : [
            { ...right, arguments: [] },
            { ...right, arguments: [], join: '' },
          ],
  },
  {
    name: 'rfc-3986',
    says: 'The string to sign is encoded by RFC 3986 (a space is %20, "~" stays); sign the bytes that are sent, encoded as PHP\'s http_build_query does (a space is "+", "~" is %7E).',
    apply: (right) => [
      { ...right, write: writer(/[A-Za-z0-9._~-]/, '%20') },
      // encodeURIComponent of JavaScript leaves a few more characters bare.
      { ...right, write: writer(/[A-Za-z0-9._~!'()*-]/, '%20') },
    ],
  },
  {
    name: 'form-urlencoded',
    says: 'The string to sign is encoded as HTML forms are ("*" stays bare) while other bytes were sent; sign the bytes that are sent.',
    apply: (right) => [{ ...right, write: writer(/[A-Za-z0-9._*-]/, '+') }],
  },
  {
    name: 'signed-before-encoding',
    says: 'The string to sign holds the values as they are before encoding; encode first, then sign what is sent.',
    apply: (right) => [{ ...right, write: ({ name, value }) => `${name}=${value}` }],
  },
  {
    name: 'sorted-keys',
    says: 'The string to sign has its names sorted, what was sent has not; sign them in the order in which they are sent.',
    apply: (right) => [
      { ...right, parameters: sorted(right.parameters) },
      { ...right, parameters: sorted(right.parameters), arguments: sorted(right.arguments) },
      { ...right, arguments: sorted(right.arguments) },
    ],
  },
  {
    name: 'unsorted-keys',
    says: 'The parameters were signed in another order than they were sent in, as if a library had sorted them afterwards; send them in the order in which they are signed.',
    apply: (right) => [{ ...right, parameters: usual(right.parameters) }],
  },
  {
    name: 'path-without-api',
    says: 'The path in the string to sign lacks "/api"; it is /api/command/action.',
    apply: (right) => [{ ...right, path: right.path.replace(/^\/api/, '') }],
  },
  {
    name: 'path-without-slash',
    says: 'The path in the string to sign lacks its first slash; it is /api/command/action.',
    apply: (right) => [{ ...right, path: right.path.slice(1) }],
  },
  {
    name: 'missing-question-mark',
    says: 'The "?" between path and parameters is missing from the string to sign.',
    apply: (right) => [
      { ...right, mark: '' },
      { ...right, mark: '&' },
    ],
  },
  {
    name: 'milliseconds',
    says: 'The timestamp in the string to sign is in milliseconds, the one that was sent in seconds; use whole seconds, taken once, for both.',
    *apply(right) {
      for (let thousandths = 0; thousandths < 1000; thousandths++) yield milliseconds(right, thousandths);
    },
  },
  {
    name: 'upper-case-hex',
    says: 'The signature is written in upper-case hex; write it in lower case.',
    apply: (right) => [{ ...right, digest: (hex) => hex.toUpperCase() }],
  },
  {
    name: 'base64',
    says: 'The signature is written in Base64; write it in lower-case hex.',
    apply: (right) => [{ ...right, digest: base64 }],
  },
];

function base64(hex: string): string {
  return btoa(hex.replace(/../g, (byte) => String.fromCharCode(Number.parseInt(byte, 16))));
}
