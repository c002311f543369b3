import { REDACTED } from '../redaction/redact-text.js';

/**
 * A value that no dump shows: not `JSON.stringify`, not `util.inspect`, not a template string.
 * `reveal()` is the only way to it.
 */
export class Secret<T> {
  readonly #value: T;

  constructor(value: T) {
    this.#value = value;
  }

  /** The value itself, for whoever signs with it. */
  reveal(): T {
    return this.#value;
  }

  /** `[redacted]` */
  toString(): string {
    return REDACTED;
  }

  /** `[redacted]` */
  toJSON(): string {
    return REDACTED;
  }
}
