/** How much room is made at first, in bytes. */
const FIRST = 1024;

/**
 * Puts pieces of a body together as they come. Pieces of a single byte, each an object of its own, would take hundreds
 * of times the memory of what they hold: so they are copied, and none of them is kept.
 */
export class GatheredBytes {
  #room = Buffer.alloc(0);
  #length = 0;

  get length(): number {
    return this.#length;
  }

  /** What has come so far. It holds until more is added. */
  get bytes(): Buffer {
    return this.#room.subarray(0, this.#length);
  }

  add(piece: Uint8Array): void {
    const needed = this.#length + piece.byteLength;
    if (needed > this.#room.length) {
      const room = Buffer.alloc(Math.max(needed, FIRST, this.#room.length * 2));
      this.#room.copy(room, 0, 0, this.#length);
      this.#room = room;
    }
    this.#room.set(piece, this.#length);
    this.#length = needed;
  }
}
