import type { NewOwnRecord, OwnRecord } from '../resources/own-record.js';
import type { Collection } from './collection.js';
import type { Making } from './complete/making.js';
import type { ItemShelf } from './item-shelf.js';
import type { StateSecrets } from './state-secrets.js';
import type { NewRecords, RecordKind, RecordKinds } from './record-kinds.js';

/** The collection of a kind of records. */
export type RecordCollection<Kind extends RecordKind> = Collection<RecordKinds[Kind], NewRecords[Kind]>;

/** The collections by the names of their kinds. */
export type RecordCollections = { readonly [Kind in RecordKind]: RecordCollection<Kind> };

/** Everything that the server knows, and a test may read and change at any time. References are kept whole. */
export interface State {
  readonly customers: RecordCollection<'customers'>;
  readonly accounts: RecordCollection<'accounts'>;
  readonly roles: RecordCollection<'roles'>;
  /** Services for single sign-on. */
  readonly services: RecordCollection<'services'>;
  readonly users: RecordCollection<'users'>;
  readonly applications: RecordCollection<'applications'>;
  readonly livestreams: RecordCollection<'livestreams'>;
  readonly securityprofiles: RecordCollection<'securityprofiles'>;
  readonly items: RecordCollection<'items'>;
  readonly playlists: RecordCollection<'playlists'>;
  readonly metadatakeys: RecordCollection<'metadatakeys'>;
  readonly recordschedules: RecordCollection<'recordschedules'>;
  /** Leave to upload. A token goes with its item. */
  readonly uploadtokens: RecordCollection<'uploadtokens'>;
  /** The files of items, as uploaded. A file goes with its item. */
  readonly files: RecordCollection<'files'>;
  /** What `session/initialize` gave out, answered or not; the ID is the challenge. */
  readonly challenges: RecordCollection<'challenges'>;
  /** Sessions, those that timed out lately included. A session goes with its user and its application. */
  readonly sessions: RecordCollection<'sessions'>;
  /** The records of resources of a user's own, by command; their own `rows` gives them typed. */
  readonly own: Map<string, Collection<OwnRecord, NewOwnRecord>>;
  /** Every secret of the records, and the last that were: what is masked in the journal and in explanations. */
  readonly secrets: StateSecrets;
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
  /** Makes the collection of a resource. @param complete fills in what is left out of a record */
  newOwn(
    command: string,
    complete: (given: NewOwnRecord, making: Making) => OwnRecord,
  ): Collection<OwnRecord, NewOwnRecord>;
  /** A new ID: the next that the seed gives. */
  newId(): string;
  /** A new key of 32 letters and digits: the next that the seed gives. */
  newKey(): string;
}
