/** Reads a body piece by piece, and takes back what was read too far. It never holds more than was asked for. */
export class ByteSource {
  readonly #reader: ReadableStreamDefaultReader<Uint8Array>;
  #rest: Buffer = Buffer.alloc(0);

  constructor(body: ReadableStream<Uint8Array>) {
    this.#reader = body.getReader();
  }

  /** The next piece, of any size; `undefined` at the end. */
  async next(): Promise<Buffer | undefined> {
    if (this.#rest.length > 0) {
      const rest = this.#rest;
      this.#rest = Buffer.alloc(0);
      return rest;
    }
    for (;;) {
      const { done, value } = await this.#reader.read();
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
    let read: Buffer = Buffer.alloc(0);
    for (;;) {
      const at = read.indexOf(mark);
      if (at > most || (at < 0 && read.length > most + mark.length)) return undefined;
      if (at >= 0) {
        this.unread(read.subarray(at + mark.length));
        return read.subarray(0, at);
      }
      const piece = await this.next();
      if (piece === undefined) return undefined;
      read = Buffer.concat([read, piece]);
    }
  }

  /** Reads no more; whoever sends may stop. */
  cancel(): void {
    this.#reader.cancel().catch(() => undefined);
  }
}
