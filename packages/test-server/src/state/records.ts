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

/** A service for single sign-on. The vendor sets services up. Source: documented. */
export interface Service extends StoredRecord {
  /** A label; those that exist are not known. */
  readonly type: string;
  readonly name: string;
  /**
   * The responses that this server takes for valid, each with the person that the service vouches
   * for by it. What a real response looks like is not known (inferred).
   */
  readonly responses: Readonly<Record<string, string>>;
}

/** A link between a user and a service for single sign-on. */
export interface SingleSignOnToken {
  /** ID of the service; a user has one token for each. */
  readonly service: string;
  /** The person that the service vouched for. */
  readonly subject: string;
}

/** What the server keeps of a password, which it never stores. Source: protocol, observed. */
export interface Password {
  /** A bcrypt salt. */
  readonly salt: string;
  /** `s` of the protocol: the SHA-256 of the password's bcrypt hash, in hex. */
  readonly s: string;
  /** The hash of version 2, held against the `v2hash` of users who need to send one. */
  readonly v2hash: string;
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
  /** `null` for a user who has none yet and so can't log in. */
  readonly password: Password | null;
  /** Whether a login must carry the hash of version 2 as well. */
  readonly needsv2hash: boolean;
  readonly singlesignontokens: readonly SingleSignOnToken[];
}

/** A program that uses the API in its own name, or carries the sessions of users. */
export interface Application extends ActorRecord {
  readonly name: string;
  readonly description: string;
  /** A mask of the addresses that it may call from; its form is not known and it is not enforced. */
  readonly iplock: string | null;
  /** ID of the account that it belongs to, if any. */
  readonly account: string | null;
  /** ID of the customer that it belongs to, if any. */
  readonly customer: string | null;
}
