import type { ServerClock } from './clock/server-clock.js';
import type { ServerControl } from './control/server-control.js';
import type { Faults } from './faults/fault-list.js';
import type { Journal } from './journal/journal.js';
import type { ScenarioCredentials } from './scenarios/credentials.js';
import type { State } from './state/state.js';

/** A StreamOne to test against. */
export interface TestServer extends ServerControl {
  /** The base URL for a client, without a slash at its end. */
  readonly url: string;
  /** Answers in process, without a socket: give it to a client as its `fetch`. */
  readonly fetch: (input: string | URL | Request, init?: RequestInit) => Promise<Response>;
  /** The actions that it has, as `item/view`: the catalogue's, and those given as an option. */
  readonly actions: readonly string[];
  /** The names of the arguments that one of its actions takes; `undefined` for one that takes any, and for one that it has not. */
  readonly argumentsOf: (action: string) => readonly string[] | undefined;
  /** Who may sign, and where. */
  readonly credentials: ScenarioCredentials;
  /** Things that go wrong on order. */
  readonly faults: Faults;
  /** The server's time. */
  readonly clock: ServerClock;
  /** What was asked, and answered. */
  readonly journal: Journal;
  /** Everything that the server knows; a test may read and change it. */
  readonly state: State;
  /** Stops the server and frees its port. Requests that are under way get a second to end. */
  close(): Promise<void>;
  /** The same, for `await using`. */
  [Symbol.asyncDispose](): Promise<void>;
}
