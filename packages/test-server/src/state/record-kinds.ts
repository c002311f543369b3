import type { Playlist, PlaylistEntry, SecurityRule, Securityprofile } from './list-records.js';
import type { Item, Livestream, MediaFile, Metadatakey, Recordschedule, Uploadtoken } from './media-records.js';
import type { NewRecord } from './new-record.js';
import type { Account, Application, Customer, Role, Service, User } from './records.js';
import type { Challenge, Session } from './session-records.js';

/** The kinds of records by the name of their collection in the state: what each holds. */
export interface RecordKinds {
  readonly customers: Customer;
  readonly accounts: Account;
  readonly roles: Role;
  readonly services: Service;
  readonly users: User;
  readonly applications: Application;
  readonly livestreams: Livestream;
  readonly securityprofiles: Securityprofile;
  readonly items: Item;
  readonly playlists: Playlist;
  readonly metadatakeys: Metadatakey;
  readonly recordschedules: Recordschedule;
  readonly uploadtokens: Uploadtoken;
  readonly files: MediaFile;
  readonly challenges: Challenge;
  readonly sessions: Session;
}

/** The name of a collection of the state. */
export type RecordKind = keyof RecordKinds;

/** What must and what may be given of an entry of a new playlist. */
export type NewPlaylistEntry = NewRecord<PlaylistEntry, never>;

/** What may be given of a new playlist. */
export type NewPlaylist = NewRecord<Omit<Playlist, 'entries'>, never> & {
  readonly entries?: readonly NewPlaylistEntry[];
};

/** What must and what may be given of a rule of a new security profile. */
export type NewSecurityRule = NewRecord<SecurityRule, 'type'>;

/** What must and what may be given of a new security profile. */
export type NewSecurityprofile = NewRecord<Omit<Securityprofile, 'rules'>, 'name'> & {
  readonly rules?: readonly NewSecurityRule[];
};

/** What must and what may be given to add a record, by kind. */
export interface NewRecords {
  readonly customers: NewRecord<Customer, 'name'>;
  readonly accounts: NewRecord<Account, 'name' | 'customer'>;
  readonly roles: NewRecord<Role, 'name' | 'tokens'>;
  readonly services: NewRecord<Service, 'name'>;
  readonly users: NewRecord<User, 'username'>;
  readonly applications: NewRecord<Application, 'name'>;
  readonly livestreams: NewRecord<Livestream, 'title' | 'account'>;
  readonly securityprofiles: NewSecurityprofile;
  readonly items: NewRecord<Item, 'account'>;
  readonly playlists: NewPlaylist;
  readonly metadatakeys: NewRecord<Metadatakey, 'name' | 'account'>;
  readonly recordschedules: NewRecord<Recordschedule, 'account'>;
  readonly uploadtokens: NewRecord<Uploadtoken, 'item'>;
  readonly files: NewRecord<MediaFile, 'item' | 'content' | 'size'>;
  readonly challenges: NewRecord<Challenge, 'username' | 'application'>;
  readonly sessions: NewRecord<Session, 'user' | 'application'>;
}
