import type { StoredRecord } from './records.js';

/** A piece of media. */
export interface Item extends StoredRecord {
  readonly title: string;
  /** `video`, `audio` or `videoonly`, or a newer label. */
  readonly type: string;
  readonly description: string | null;
  /** How long it plays, in whole seconds; `null` without a file. */
  readonly duration: number | null;
  readonly datecreated: Date;
  readonly datemodified: Date;
  readonly dateaired: Date | null;
  readonly views: number;
  readonly keywords: readonly string[];
  /** An address; one that begins with `/` is this server's own. */
  readonly selectedthumbnailurl: string | null;
  /** Addresses; those that begin with `/` are this server's own. */
  readonly medialink: { readonly progressive?: string; readonly hls?: string };
  /** ID of its account. */
  readonly account: string;
  /** ID of the user who made it, if a user did. */
  readonly user: string | null;
  readonly author: string | null;
  readonly copyright: string | null;
  readonly externalid: string | null;
  readonly externallink: string | null;
  readonly securityprofile: string | null;
  readonly livestream: string | null;
  /** IDs of its categories. */
  readonly categories: readonly string[];
  readonly archived: boolean;
  readonly protected: boolean;
  readonly vrtype: string | null;
}

/** What is on the air, or will be. */
export interface Livestream extends StoredRecord {
  readonly title: string;
  readonly description: string | null;
  /** What it is, as a label and a name for people; `new-wowza-livestream` is a video stream. Source: observed. */
  readonly type: { readonly label: string; readonly name: string };
  /** Address of its thumbnail; one that begins with `/` is this server's own. */
  readonly thumbnail: string;
  /** Addresses; those that begin with `/` are this server's own. */
  readonly medialink: { readonly hls?: string };
  /** ID of its account. */
  readonly account: string;
  readonly active: boolean;
}

/** What may be told about the items of an account. The name is its key there. */
export interface Metadatakey extends StoredRecord {
  readonly name: string;
  readonly description: string;
  /** ID of its account. */
  readonly account: string;
}

/** Recordings to come, of a live stream or an address. */
export interface Recordschedule extends StoredRecord {
  readonly name: string;
  readonly source: string | null;
  readonly sourceproxy: string | null;
  /** ID of the live stream; this or `source`. */
  readonly livestream: string | null;
  /** Title of the items, with letters of strftime; `null` for the usual one. */
  readonly title: string | null;
  readonly description: string | null;
  readonly author: string | null;
  readonly copyright: string | null;
  readonly keywords: string | null;
  readonly active: boolean;
  readonly protected: boolean;
  readonly startdate: Date | null;
  /** Length of each item, in seconds. */
  readonly duration: number | null;
  readonly rrule: string | null;
  /** ID of its account. */
  readonly account: string;
  /** Arguments that this server does not know, kept as text. */
  readonly fields: Readonly<Record<string, string>>;
}

/** Leave to upload one file. */
export interface Uploadtoken extends StoredRecord {
  /** What the upload carries. A secret. */
  readonly token: string;
  /** ID of the item that gets the file. */
  readonly item: string;
  /** ID that the file will have. */
  readonly file: string;
  /** 0: a file, 1: a thumbnail, 2: the selected thumbnail. */
  readonly thumbnail: number;
  /** When it ends, in milliseconds since 1970. */
  readonly expires: number;
  /** Whether its item was made for it: an upload then may tell the title and the like. */
  readonly newitem: boolean;
  /** Whether a file came with it: it serves once (inferred). */
  readonly used: boolean;
}

/** A file of an item, as it was uploaded. It goes with its item. */
export interface MediaFile extends StoredRecord {
  /** ID of the item. */
  readonly item: string;
  /** What is played, or a picture of it. */
  readonly kind: 'media' | 'thumbnail';
  /** What the upload called it. */
  readonly name: string;
  /** What it is, by its bytes, as `video/mp4`; `application/octet-stream` where that is not known. */
  readonly type: string;
  /** In bytes. */
  readonly size: number;
  /** How long it plays, in whole seconds; `null` where that is not known. */
  readonly duration: number | null;
  /** Of a picture: whether it is the item's chosen thumbnail. */
  readonly selected: boolean;
  /** The SHA-256 of its bytes, in hex. They are kept beside the state, until the server closes. */
  readonly content: string;
  readonly datecreated: Date;
}
