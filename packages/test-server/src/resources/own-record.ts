import type { StoredRecord } from '../state/records.js';

/** A record of a resource: the fields of its row as a client reads them (a date is a `Date`), and whose it is. */
export interface OwnRecord extends StoredRecord {
  /** ID of the account that it belongs to; `null` where it belongs to none, and every account sees it. */
  readonly account: string | null;
  readonly [field: string]: unknown;
}

/** What may be given to add a record of a resource: whatever is left out is filled in. */
export interface NewOwnRecord {
  readonly id?: string;
  readonly account?: string | null;
  readonly [field: string]: unknown;
}
