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
  readonly says: string;
}

/** Mistakes in how a signature is written. */
export const LOOKS = {
  sha256: {
    name: 'hmac-sha256',
    says: 'The signature is an HMAC-SHA256; the API takes HMAC-SHA1.',
  },
  upper: {
    name: 'upper-case-hex',
    says: 'The signature is written in upper-case hex; write it in lower case.',
  },
  base64: {
    name: 'base64',
    says: 'The signature is written in Base64; write it in lower-case hex.',
  },
  binary: {
    name: 'binary-signature',
    says: "The signature is sent as bare bytes; write it in lower-case hex (in PHP without hash_hmac's fourth argument).",
  },
} as const satisfies Readonly<Record<string, SignatureLook>>;

function toHex(bytes: string): string {
  return bytes.replace(/[^]/g, (byte) => byte.charCodeAt(0).toString(16).padStart(2, '0'));
}

function decode(signature: string): { readonly hex: string; readonly look?: SignatureLook } {
  if (/^[0-9a-f]+$/i.test(signature)) {
    const hex = signature.toLowerCase();
    return hex === signature ? { hex } : { hex, look: LOOKS.upper };
  }
  if (signature.length === 20 || signature.length === 32) return { hex: toHex(signature), look: LOOKS.binary };
  // A "+" that was not encoded arrives as a space.
  const base64 = signature.replaceAll(' ', '+').replaceAll('-', '+').replaceAll('_', '/');
  if (!/^[A-Za-z0-9+/]{27}=?$|^[A-Za-z0-9+/]{43}=?$/.test(base64)) return { hex: '' };
  return { hex: toHex(atob(base64)), look: LOOKS.base64 };
}

/** Reads a signature: upper-case hex, Base64 and bare bytes are seen by looking, and so is another hash by its length. */
export function readSignature(signature: string): ReadSignature {
  const { hex, look } = decode(signature);
  if (hex.length !== 40 && hex.length !== 64) return { hex: '', looks: [] };
  return { hex, looks: [...(hex.length === 64 ? [LOOKS.sha256] : []), ...(look === undefined ? [] : [look])] };
}
