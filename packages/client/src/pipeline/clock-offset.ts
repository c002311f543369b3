import { parseHttpDate } from './http-date.js';

/** A server that claims a date outside these is not believed: no later timestamp could be signed. */
const EARLIEST = Date.UTC(2000, 0);
const LATEST = Date.UTC(3000, 0);

/** How far the platform's clock is ahead of this machine's, learnt from its answers. */
export class ClockOffset {
  #offset = 0;

  /** In milliseconds; 0 until something was learnt. */
  get milliseconds(): number {
    return this.#offset;
  }

  /** The platform's time in whole seconds, given this machine's in milliseconds. */
  timestamp(now: number): number {
    return Math.floor((now + this.#offset) / 1000);
  }

  /**
   * Learns from the `Date` header of an answer.
   *
   * @param now this machine's time when the answer came, in milliseconds
   * @returns whether the header could be read
   */
  learn(dateHeader: string | undefined, now: number): boolean {
    const date = parseHttpDate(dateHeader);
    if (date === undefined || date < EARLIEST || date > LATEST) return false;
    // The header has whole seconds, so on average half a second has passed since.
    this.#offset = Math.round(date + 500 - now);
    return true;
  }
}
