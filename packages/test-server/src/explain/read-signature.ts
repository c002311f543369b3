/** A signature as it was received, made comparable. */
export interface ReadSignature {
  /** What it holds, in lower-case hex; empty where it is nothing of the kind. */
  readonly hex: string;
  /** The mistakes that its look alone shows. */
  readonly looks: readonly SignatureLook[];
}

/** A mistake in how a signature is written, seen by looking at it. */
export interface SignatureLook {
  readonly name: string;
  /** What is said once reckoning shows that it is so. */
  readonly says: string;
  /** What is said where it only looks so. */
  readonly seems: string;
}

const HMAC_SHA1 = 'HMAC-SHA1 gives 40 digits of lower-case hex.';

/** Mistakes in how a signature is written. */
export const LOOKS = {
  sha256: {
    name: 'hmac-sha256',
    says: 'The signature is an HMAC-SHA256; the API takes HMAC-SHA1.',
    seems: `What came as the signature is as long as an HMAC-SHA256, and may be one; ${HMAC_SHA1}`,
  },
  around: {
    name: 'signature-with-more',
    says: 'There is something before or behind the signature, as a line end, a blank, quotes, or the "(stdin)= " that openssl prints; send the 40 digits alone.',
    seems:
      'There is something before or behind what may be the signature, as a line end, a blank, quotes, or the "(stdin)= " that openssl prints; send the 40 digits alone.',
  },
  parted: {
    name: 'signature-parted',
    says: "The digits of the signature have dashes, colons or blanks between them, as of C#'s BitConverter.ToString; send the 40 digits alone.",
    seems:
      "What came as the signature has dashes, colons or blanks between its digits, as of C#'s BitConverter.ToString; send the 40 digits alone.",
  },
  upper: {
    name: 'upper-case-hex',
    says: 'The signature is written in upper-case hex; write it in lower case.',
    seems: 'What came as the signature is written in upper-case hex; write it in lower case.',
  },
  base64: {
    name: 'base64',
    says: 'The signature is written in Base64; write it in lower-case hex.',
    seems: `What came as the signature may be one written in Base64; ${HMAC_SHA1}`,
  },
  binary: {
    name: 'binary-signature',
    says: "The signature is sent as bare bytes; write it in lower-case hex (in PHP without hash_hmac's fourth argument).",
    seems: `What came as the signature may be one as bare bytes; ${HMAC_SHA1}`,
  },
} as const satisfies Readonly<Record<string, SignatureLook>>;

interface Decoded {
  readonly hex: string;
  readonly looks: readonly SignatureLook[];
}

function toHex(bytes: string): string {
  return bytes.replace(/[^]/g, (byte) => byte.charCodeAt(0).toString(16).padStart(2, '0'));
}

/** Reads digits of hex, in upper or lower case, with something between each two of them or not. */
function decodeHex(signature: string): Decoded | undefined {
  const isParted = /^[0-9a-f]{2}(?:([-: ])[0-9a-f]{2})(?:\1[0-9a-f]{2})+$/i.test(signature);
  const digits = isParted ? signature.replaceAll(/[-: ]/g, '') : signature;
  if (!/^[0-9a-f]+$/i.test(digits)) return undefined;
  const hex = digits.toLowerCase();
  const isUpper = hex !== digits;
  // Who has both has them by one mistake: that is how such digits are written.
  return { hex, looks: isParted ? [LOOKS.parted] : isUpper ? [LOOKS.upper] : [] };
}

function decode(signature: string): Decoded {
  const hex = decodeHex(signature);
  if (hex !== undefined) return hex;
  // A text of that length is something else, a key perhaps: of bare bytes hardly ever all are printable.
  const isText = /^[ -~]*$/.test(signature);
  if (!isText && (signature.length === 20 || signature.length === 32))
    return { hex: toHex(signature), looks: [LOOKS.binary] };
  // A "+" that was not encoded arrives as a space.
  const base64 = signature.replaceAll(' ', '+').replaceAll('-', '+').replaceAll('_', '/');
  if (/^[A-Za-z0-9+/]{27}=?$|^[A-Za-z0-9+/]{43}=?$/.test(base64))
    return { hex: toHex(atob(base64)), looks: [LOOKS.base64] };
  // What openssl and sha1sum print around it; shells and templates leave quotes and blanks.
  const bare = /^\s*["']?(?:[\w./-]{0,40}\([^()]{0,80}\)=\s*)?([0-9a-f]{40,64})["']?(?:\s+\*?-)?\s*$/i.exec(
    signature,
  )?.[1];
  const inside = bare === undefined || bare === signature ? undefined : decodeHex(bare);
  return inside === undefined ? { hex: '', looks: [] } : { hex: inside.hex, looks: [LOOKS.around, ...inside.looks] };
}

/** Reads a signature: another way to write one is seen by looking, and so is another hash by its length. */
export function readSignature(signature: string): ReadSignature {
  const { hex, looks } = decode(signature);
  if (hex.length !== 40 && hex.length !== 64) return { hex: '', looks: [] };
  return { hex, looks: [...(hex.length === 64 ? [LOOKS.sha256] : []), ...looks] };
}

const MADE_OF: readonly (readonly [RegExp, string])[] = [
  [/^[0-9a-f]*$/, ' of lower-case hex'],
  [/^[0-9a-f]*$/i, ' of hex'],
  [/^[A-Za-z0-9]*$/, ', all letters and digits,'],
  [/\s/, ', with a blank or a line end,'],
  [/[^ -~]/, ', not all of them ASCII,'],
];

/** What a text is that is no signature, in words: its length and what it is made of, and nothing of it. */
export function signatureInWords(signature: string): string {
  const made = MADE_OF.find(([pattern]) => pattern.test(signature))?.[1] ?? ', not all letters and digits,';
  return `${signature.length} ${signature.length === 1 ? 'character' : 'characters'}${made}`;
}
