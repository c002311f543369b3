import type { ActionHandler } from './actions/action-handler.js';
import type { JournalEntry } from './journal/journal-entry.js';

/** Options of a test server. */
export interface TestServerOptions {
  /** Decides on every ID, key and other chance: the same seed gives the same server. A whole number; 1 unless given. */
  readonly seed?: number;
  /** What the server's clock runs along with, in milliseconds since 1970; the real clock unless given. */
  readonly clock?: () => number;
  /** What is in the server at first: `studio` (a small media studio with 40 items) or `empty`. */
  readonly scenario?: string;
  /** Whether a refusal carries its explanation, as the field `explanation` of the response header. False unless given: the platform has no such field. */
  readonly explain?: boolean;
  /** How many requests the journal keeps; 1000 unless given. */
  readonly journalSize?: number;
  /**
   * Actions of your own, made by `handler(action, …)` of what `defineAction` gave; one with the name of an action that
   * the server has takes its place. They are checked as all others are: account, rights, arguments.
   */
  readonly actions?: readonly ActionHandler[];
  /** Told of each request that is refused with a status of the API, for a console. */
  readonly onRefusal?: (entry: JournalEntry) => void;
}

/** Options of a test server on a socket. */
export interface SocketOptions extends TestServerOptions {
  /** The port; 0, or none given, takes a free one. */
  readonly port?: number;
  /** The address to listen on; 127.0.0.1 unless given. */
  readonly host?: string;
  /** Allows an address that is not of this machine alone. Whoever reaches the server can use it. */
  readonly allowRemote?: boolean;
}
