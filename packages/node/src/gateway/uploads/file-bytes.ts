import { GatewayRefusal } from '../gateway-refusal.js';
import { badRequest } from '../read-json.js';
import type { ByteSource } from './byte-source.js';

/** The bytes of a file in a form. */
export interface FileBytes extends AsyncIterable<Buffer> {
  /** What is wrong with what the page sends, once that is known: who reads the bytes may tell it in words of their own. */
  readonly fault: GatewayRefusal | undefined;
}

/**
 * Reads as many bytes as a page said that its file has, and no more; whether the form ends behind them is known
 * before the last is told to be the last.
 */
export function fileBytes(source: ByteSource, size: number, end: string): FileBytes {
  let fault: GatewayRefusal | undefined;
  async function* pieces(): AsyncGenerator<Buffer> {
    for (let left = size; left > 0;) {
      const piece = await source.next();
      if (piece === undefined) throw badRequest('The file has fewer bytes than size says, or the body broke off.');
      if (piece.length > left) source.unread(piece.subarray(left));
      yield piece.subarray(0, left);
      left -= Math.min(left, piece.length);
    }
    if ((await source.until(end, 0)) === undefined) throw badRequest('The file has more bytes than size says.');
  }
  async function* read(): AsyncGenerator<Buffer> {
    try {
      yield* pieces();
    } catch (error) {
      if (error instanceof GatewayRefusal) fault = error;
      throw error;
    }
  }
  return {
    get fault() {
      return fault;
    },
    [Symbol.asyncIterator]: read,
  };
}
