import { GatewayRefusal } from '../gateway-refusal.js';

/** The slowest that a page may send on the whole, in bytes for each second that it is waited for. */
const SLOWEST = 1024;

/** The refusal of a file that does not come in time. The platform has only a part of it, which is no file. */
export function fileTooSlow(): GatewayRefusal {
  return new GatewayRefusal('too-slow', { message: 'The file did not come in time.' });
}

/**
 * Bounds how long a page is waited for: it may fall behind the slowest pace by so much, and so stand still for so long,
 * but can't hold a place for ever by a byte now and then. Time that the platform takes does not count.
 */
export class PagePatience {
  readonly #most: number;
  #left: number;
  #waiting = false;

  /** @param most how far it may fall behind, in milliseconds */
  constructor(most: number) {
    this.#most = most;
    this.#left = most;
  }

  /** Whether something is to come from the page. */
  get waiting(): boolean {
    return this.#waiting;
  }

  /** Waits for bytes. @throws GatewayRefusal when the page is too slow */
  async waitFor<Read extends { readonly value?: Uint8Array | undefined }>(reading: Promise<Read>): Promise<Read> {
    const began = performance.now();
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_resolve, reject) => {
      timer = setTimeout(() => reject(fileTooSlow()), this.#left);
    });
    this.#waiting = true;
    try {
      const read = await Promise.race([reading, late]);
      const earned = ((read.value?.byteLength ?? 0) * 1000) / SLOWEST;
      this.#left = Math.min(this.#most, this.#left - (performance.now() - began) + earned);
      this.#waiting = false;
      return read;
    } finally {
      clearTimeout(timer);
    }
  }
}
