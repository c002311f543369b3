/** What the fields come from that are left out of a new record. */
export interface Making {
  /** The next ID that the seed gives. */
  newId(): string;
  /** The next key that the seed gives. */
  newKey(): string;
  /** When the record is made, in whole seconds. */
  now(): Date;
  /** The settings of the state, as they are now: seconds. */
  settings(): { readonly sessionTimeout: number; readonly challengeLifetime: number };
}
