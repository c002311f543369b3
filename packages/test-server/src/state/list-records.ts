import type { StoredRecord } from './records.js';

/** What a client gave beside the arguments that this server knows, kept as text. */
export type KeptFields = Readonly<Record<string, string>>;

/** An item or a live stream at a place in a playlist. */
export interface PlaylistEntry extends StoredRecord {
  /** Its place; normally from 0, with gaps. Source: documented. */
  readonly position: number;
  /** ID of the item; this or `livestream`. */
  readonly item: string | null;
  /** ID of the live stream; this or `item`. */
  readonly livestream: string | null;
  readonly fields: KeptFields;
}

/** Items and live streams in an order. Belongs to who made it. */
export interface Playlist extends StoredRecord {
  readonly title: string;
  /** ID of the user who made it; `null` where an application did. */
  readonly user: string | null;
  /** ID of the application that made it in its own name. */
  readonly application: string | null;
  readonly datecreated: Date;
  readonly datemodified: Date;
  readonly entries: readonly PlaylistEntry[];
  readonly fields: KeptFields;
}

/** A rule of a security profile. */
export interface SecurityRule extends StoredRecord {
  /** The lowest is tried first. Source: documented. */
  readonly position: number;
  /** What kind of rule it is; the kinds are not known. */
  readonly type: string;
  /** What it says where it matches (inferred). */
  readonly verdict: 'ALLOW' | 'DENY';
  /** From when it counts. */
  readonly start: Date | null;
  /** Until when it counts. */
  readonly end: Date | null;
  readonly fields: KeptFields;
}

/** Who may see what is protected: rules in an order. What matches none is allowed. Source: documented. */
export interface Securityprofile extends StoredRecord {
  readonly name: string;
  /** ID of its account, if it was made in one. */
  readonly account: string | null;
  /** ID of its customer, if it was made for one. */
  readonly customer: string | null;
  readonly datecreated: Date;
  readonly datemodified: Date;
  readonly rules: readonly SecurityRule[];
  readonly fields: KeptFields;
}
