const MINUTE = 60_000;

interface Bucket {
  /** How many requests may come at once. */
  left: number;
  /** When that was reckoned, in milliseconds. */
  at: number;
}

/**
 * Counts requests by who sends them: each may send a minute's worth at once, then as many as a minute has. What it
 * remembers is bounded; who is forgotten begins anew.
 */
export class RateLimiter {
  readonly #perMinute: number;
  readonly #clock: () => number;
  readonly #mostKept: number;
  /** The one that was used longest ago comes first. */
  readonly #buckets = new Map<string, Bucket>();

  /** @param clock the time in milliseconds */
  constructor(perMinute: number, clock: () => number, mostKept = 20_000) {
    this.#perMinute = perMinute;
    this.#clock = clock;
    this.#mostKept = mostKept;
  }

  /** Counts a request. @returns 0, or the seconds until the next one may come */
  take(key: string): number {
    const now = this.#clock();
    const known = this.#buckets.get(key);
    const passed = known === undefined ? 0 : Math.max(0, now - known.at);
    const left = Math.min(this.#perMinute, (known?.left ?? this.#perMinute) + (passed * this.#perMinute) / MINUTE);
    const allowed = left >= 1;
    this.#buckets.delete(key);
    this.#buckets.set(key, { left: allowed ? left - 1 : left, at: now });
    const [oldest] = this.#buckets.keys();
    if (this.#buckets.size > this.#mostKept && oldest !== undefined) this.#buckets.delete(oldest);
    return allowed ? 0 : Math.ceil(((1 - left) * MINUTE) / this.#perMinute / 1000);
  }
}
