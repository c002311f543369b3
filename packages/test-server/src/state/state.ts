import type { Collection } from './collection.js';
import type { ItemShelf } from './item-shelf.js';
import type { Playlist, Securityprofile } from './list-records.js';
import type { Item, Livestream, Metadatakey, Recordschedule, Uploadtoken } from './media-records.js';
import type { Account, Application, Customer, Role, Service, User } from './records.js';
import type { Challenge, Session } from './session-records.js';

/** Everything that the server knows, and a test may read and change at any time. References are kept whole. */
export interface State {
  readonly customers: Collection<Customer>;
  readonly accounts: Collection<Account>;
  readonly roles: Collection<Role>;
  /** Services for single sign-on. */
  readonly services: Collection<Service>;
  readonly users: Collection<User>;
  readonly applications: Collection<Application>;
  readonly livestreams: Collection<Livestream>;
  readonly securityprofiles: Collection<Securityprofile>;
  readonly items: Collection<Item>;
  readonly playlists: Collection<Playlist>;
  readonly metadatakeys: Collection<Metadatakey>;
  readonly recordschedules: Collection<Recordschedule>;
  /** Leave to upload. A token goes with its item. */
  readonly uploadtokens: Collection<Uploadtoken>;
  /** What `session/initialize` gave out, answered or not; the ID is the challenge. */
  readonly challenges: Collection<Challenge>;
  /** Sessions, those that timed out lately included. A session goes with its user and its application. */
  readonly sessions: Collection<Session>;
  /** When logins failed, by the address of the person: milliseconds since 1970, the oldest first. */
  readonly failedLogins: Map<string, readonly number[]>;
  /** The items by account, in every order that is asked for. The collection of items keeps it up to date. */
  readonly shelf: ItemShelf;
  /** While true, every write is refused with status 10, and sessions are neither made nor ended nor extended. */
  readOnly: boolean;
  /** By how many seconds a timestamp may differ from the server's clock: 900 unless set. The platform's window is not known (inferred). */
  timestampWindow: number;
  /** The greatest `limit` of a page: 1000 unless set. The platform's is not known (inferred). */
  maxLimit: number;
  /** After how many seconds without a request a session ends: 3600 unless set (observed). */
  sessionTimeout: number;
  /** For how many seconds a challenge may be answered: 30 unless set (documented as "about"). */
  challengeLifetime: number;
  /** How many logins may fail from one address within the window before status 8: 5 unless set. The platform's number is not known (inferred). */
  maxFailedLogins: number;
  /** For how many seconds a failed login counts: 300 unless set. The platform's window is not known (inferred). */
  failedLoginWindow: number;
  /** A new ID: the next that the seed gives. */
  newId(): string;
  /** A new key of 32 letters and digits: the next that the seed gives. */
  newKey(): string;
}
