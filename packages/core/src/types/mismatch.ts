/** A field of a response that contradicts its declared type. It was left as it was sent. */
export interface Mismatch {
  /** Where, as `[3].datecreated`; empty for the body itself. */
  readonly path: string;
  /** The declared type, as `DateTime`. */
  readonly expected: string;
  /** The value, as sent. */
  readonly given: unknown;
}
