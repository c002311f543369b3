import { GatheredBytes } from '../gathered-bytes.js';
import { PagePatience } from './page-patience.js';

/** Reads a body piece by piece, and takes back what was read too far. It never holds more than was asked for. */
export class ByteSource {
  readonly #reader: ReadableStreamDefaultReader<Uint8Array>;
  #rest: Buffer = Buffer.alloc(0);
  #patience: PagePatience | undefined;

  constructor(body: ReadableStream<Uint8Array>) {
    this.#reader = body.getReader();
  }

  /** From here on whoever sends may fall behind no further than this, in milliseconds. */
  hurry(idle: number): void {
    this.#patience = new PagePatience(idle);
  }

  /** Whether something is to come from whoever sends, since they were told to hurry. */
  get waiting(): boolean {
    return this.#patience?.waiting ?? false;
  }

  /** The next piece, of any size; `undefined` at the end. @throws GatewayRefusal for who was told to hurry, and is too slow */
  async next(): Promise<Buffer | undefined> {
    if (this.#rest.length > 0) {
      const rest = this.#rest;
      this.#rest = Buffer.alloc(0);
      return rest;
    }
    for (;;) {
      const reading = this.#reader.read();
      const { done, value } = await (this.#patience?.waitFor(reading) ?? reading);
      if (done) return undefined;
      if (value.byteLength > 0) return Buffer.from(value.buffer, value.byteOffset, value.byteLength);
    }
  }

  /** Puts bytes back in front of all that is still to come. */
  unread(bytes: Buffer): void {
    this.#rest = this.#rest.length === 0 ? bytes : Buffer.concat([bytes, this.#rest]);
  }

  /**
   * Reads up to and past a mark.
   *
   * @param most how many bytes may come before it
   * @returns what comes before it; `undefined` where it does not come
   */
  async until(mark: string, most: number): Promise<Buffer | undefined> {
    const read = new GatheredBytes();
    for (;;) {
      const piece = await this.next();
      if (piece === undefined) return undefined;
      // Only what is new is searched, and as much before it as a mark may have begun in.
      const from = Math.max(0, read.length - mark.length + 1);
      read.add(piece);
      const { bytes } = read;
      const at = bytes.indexOf(mark, from);
      if (at > most || (at < 0 && bytes.length > most + mark.length)) return undefined;
      if (at >= 0) {
        this.unread(bytes.subarray(at + mark.length));
        return bytes.subarray(0, at);
      }
    }
  }

  /** Reads no more; whoever sends may stop. */
  cancel(): void {
    this.#reader.cancel().catch(() => undefined);
  }
}
