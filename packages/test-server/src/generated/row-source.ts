/** A record that is really there, by its ID, with fields to show. */
export interface Reference {
  readonly id: string;
  readonly [field: string]: unknown;
}

/** What a generated row is drawn from. The same of all of these gives the same row. */
export interface RowSource {
  readonly seed: number;
  /** What the row is one of: the command, or the field in which it stands. */
  readonly entity: string;
  readonly id: string | number;
  /** IANA zone in which dates are written. */
  readonly timezone: string;
  /** The server's URL, for addresses. */
  readonly url: string;
  /** The record of the server that a field of this name means, as `account`. */
  readonly reference: (field: string) => Reference | undefined;
}
