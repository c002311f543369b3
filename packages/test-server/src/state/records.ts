/** What every record of the state has. */
export interface StoredRecord {
  /** 12 characters of `A-Z a-z 0-9 _ -`, unique among its kind. */
  readonly id: string;
}

/** A customer: who owns accounts and users. */
export interface Customer extends StoredRecord {
  readonly name: string;
  readonly datecreated: Date;
  readonly datemodified: Date;
}

/** An account: where items live. */
export interface Account extends StoredRecord {
  readonly name: string;
  /** ID of its customer. */
  readonly customer: string;
  readonly datecreated: Date;
  readonly datemodified: Date;
}

/** A role: a named set of tokens. */
export interface Role extends StoredRecord {
  readonly name: string;
  /** The permissions that it gives, as `item-read`. */
  readonly tokens: readonly string[];
  /** ID of the customer that it belongs to; for all where absent. */
  readonly customer?: string | undefined;
}

/**
 * A role that an actor holds: for everything, for one customer (neither or one of the two is set),
 * or for one account. Source: protocol, observed.
 */
export interface RoleAssignment {
  /** ID of the role. */
  readonly role: string;
  /** ID of the account that it is for. */
  readonly account?: string | undefined;
  /** ID of the customer that it is for. */
  readonly customer?: string | undefined;
}

/** What users and applications have in common: they sign requests and hold roles. */
export interface ActorRecord extends StoredRecord {
  /** The pre-shared key that requests are signed with. */
  readonly psk: string;
  /** An inactive actor can do nothing. */
  readonly active: boolean;
  /** IANA zone of the dates, unless a request names one. */
  readonly timezone: string;
  readonly roles: readonly RoleAssignment[];
  readonly datecreated: Date;
  readonly datemodified: Date;
}

/** A person. Texts are empty where nothing is set. */
export interface User extends ActorRecord {
  readonly username: string;
  readonly email: string;
  readonly firstname: string;
  readonly lastname: string;
  readonly mobilephone: string;
  readonly address: string;
  readonly zipcode: string;
  readonly city: string;
  /** Whether the user may log in through an application. */
  readonly sessionsenabled: boolean;
  /** ID of the user's customer, if any. */
  readonly customer: string | null;
}

/** A program that uses the API in its own name, or carries the sessions of users. */
export interface Application extends ActorRecord {
  readonly name: string;
  readonly description: string;
  /** A mask of the addresses that it may call from; its form is not known and it is not enforced. */
  readonly iplock: string | null;
}

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
  readonly selectedthumbnailurl: string | null;
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
