import type { StoredRecord } from './records.js';

/** A challenge that `session/initialize` gave out. Its ID is the challenge: 32 letters and digits. */
export interface Challenge extends StoredRecord {
  /** The name that was given, of a user or not. */
  readonly username: string;
  /** The address of the person, as the application gave it. */
  readonly userip: string;
  /** ID of the application that asked. */
  readonly application: string;
  /** When it may no longer be answered, in milliseconds since 1970. */
  readonly expires: number;
  /** Whether it was answered: it serves once. */
  readonly used: boolean;
}

/** A user who is logged in through an application. */
export interface Session extends StoredRecord {
  /** What its requests are signed with, behind the application's key: 32 letters and digits. */
  readonly key: string;
  /** ID of the user. */
  readonly user: string;
  /** ID of the application. */
  readonly application: string;
  /** When it began. */
  readonly datecreated: Date;
  /** When it ends unless it is used before, in milliseconds since 1970. */
  readonly expires: number;
}
