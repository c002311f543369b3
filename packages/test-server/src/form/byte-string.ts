const NOT_ASCII = /[\u0080-\u00ff]/;
const CHUNK = 8192;

const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const lenient = new TextDecoder('utf-8', { ignoreBOM: true });
const encoder = new TextEncoder();

/** The bytes of a byte string, whose characters each stand for one byte. */
export function bytesOf(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length);
  for (let at = 0; at < bytes.length; at++) bytes[at] = text.charCodeAt(at);
  return bytes;
}

/**
 * Bytes as a byte string: one character for each byte. Requests are kept in this form, since
 * signatures are over bytes while everything else about them is text work.
 */
export function byteString(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += CHUNK) {
    text += String.fromCharCode(...bytes.subarray(at, at + CHUNK));
  }
  return text;
}

/** A text's UTF-8 form as a byte string. Half of a surrogate pair becomes U+FFFD. */
export function utf8ByteString(text: string): string {
  return byteString(encoder.encode(text));
}

/** The text that a byte string holds as UTF-8; `undefined` when it is not UTF-8. */
export function utf8Text(bytes: string): string | undefined {
  if (!NOT_ASCII.test(bytes)) return bytes;
  try {
    return strict.decode(bytesOf(bytes));
  } catch {
    return undefined;
  }
}

/** The text that a byte string holds as UTF-8, with U+FFFD for what is not UTF-8. For messages. */
export function shownText(bytes: string): string {
  return NOT_ASCII.test(bytes) ? lenient.decode(bytesOf(bytes)) : bytes;
}
