import type { GatewayRefusal } from '../gateway-refusal.js';
import { badRequest } from '../read-json.js';
import type { ByteSource } from './byte-source.js';

/** The bytes of a file in a form. */
export interface FileBytes extends AsyncIterable<Buffer> {
  /** What is wrong with the form, once that is known: whoever reads the bytes may tell it in words of their own. */
  readonly fault: GatewayRefusal | undefined;
}

/**
 * Reads as many bytes as a page said that its file has, and no more; whether the form ends behind them is known
 * before the last is told to be the last.
 */
export function fileBytes(source: ByteSource, size: number, end: string): FileBytes {
  let fault: GatewayRefusal | undefined;
  const fail = (message: string): GatewayRefusal => (fault = badRequest(message));
  async function* read(): AsyncGenerator<Buffer> {
    for (let left = size; left > 0;) {
      const piece = await source.next();
      if (piece === undefined) throw fail('The file has fewer bytes than size says, or the body broke off.');
      if (piece.length > left) source.unread(piece.subarray(left));
      yield piece.subarray(0, left);
      left -= Math.min(left, piece.length);
    }
    if ((await source.until(end, 0)) === undefined) throw fail('The file has more bytes than size says.');
  }
  return {
    get fault() {
      return fault;
    },
    [Symbol.asyncIterator]: read,
  };
}
