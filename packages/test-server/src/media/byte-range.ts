/** A part of a file: the first byte, and the one behind the last. */
export interface ByteRange {
  readonly start: number;
  readonly end: number;
}

const RANGE = /^bytes=(?:(\d{1,15})-(\d{0,15})|-(\d{1,15}))$/;

/**
 * Reads a `Range` header (RFC 9110, section 14): `whole` where it asks for several ranges or is
 * malformed, which a server then passes over; `none` where nothing of it is there.
 */
export function readByteRange(header: string | null, size: number): ByteRange | 'whole' | 'none' {
  const found = header === null ? null : RANGE.exec(header.trim());
  if (found === null) return 'whole';
  const [, first, last, suffix] = found;
  if (suffix !== undefined) {
    const length = Math.min(Number(suffix), size);
    return length === 0 ? 'none' : { start: size - length, end: size };
  }
  const start = Number(first);
  const end = last === '' || last === undefined ? size : Math.min(Number(last) + 1, size);
  // "5-3" is malformed, and not out of reach.
  if (last !== '' && Number(last) < start) return 'whole';
  return start >= size ? 'none' : { start, end };
}
