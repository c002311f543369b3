import type { OwnActions } from './actions/own-actions.js';
import type { JournalEntry } from './journal/journal-entry.js';
import type { ScenarioData } from './scenarios/data/scenario-data.js';
import type { Scenario } from './scenarios/scenario.js';

/** Options of a test server. */
export interface TestServerOptions {
  /** Decides on every ID, key and other chance: the same seed gives the same server. A whole number; 1 unless given. */
  readonly seed?: number;
  /** What the server's clock runs along with, in milliseconds since 1970; the real clock unless given. */
  readonly clock?: () => number;
  /**
   * What is in the server at first: `studio` (a small media studio with 40 items), `empty`, `archive` (100,000 items)
   * or `archive:N` (N items), or a scenario of your own: data, a function, or, for `startTestServer` on Node, the path of
   * a file (`.json`, `.ts`, `.js`, `.mjs`). `studio` unless given.
   */
  readonly scenario?: string | Scenario | ScenarioData;
  /** Whether a refusal carries its explanation, as the field `explanation` of the response header. False unless given: the platform has no such field. */
  readonly explain?: boolean;
  /**
   * Whether the server can be controlled over HTTP, under `/__streamone/`. True unless given in process and where only
   * this machine reaches the server, else false.
   */
  readonly admin?: boolean;
  /**
   * How much uploads may bring, in bytes: `maxFileSize` for one file, `maxTotal` for all that the server keeps until it
   * closes. 8 GiB and 32 GiB on Node, where large files are on the disk; 256 MiB and 1 GiB elsewhere, in memory.
   */
  readonly uploads?: { readonly maxFileSize?: number; readonly maxTotal?: number };
  /**
   * Whether pages of other origins may use the API and upload (CORS). False unless given: whether the platform lets them
   * is not known. Media may be loaded from everywhere in any case.
   */
  readonly cors?: boolean;
  /** How many requests the journal keeps; 1000 unless given. */
  readonly journalSize?: number;
  /**
   * Actions of your own: `handler(action, …)` of what `defineAction` gave, `resource(command, …)`, or the declaration
   * alone, which is answered with generated data; and lists of these. One with the name of an action that the server
   * has takes its place. They are checked as all others are: account, rights, arguments.
   */
  readonly actions?: readonly OwnActions[];
  /** Told of each request that is refused, with a status of the API or by HTTP alone, for a console. */
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
