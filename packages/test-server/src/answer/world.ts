import type { ServerClock } from '../clock/server-clock.js';
import type { Runtime } from '../runtime.js';
import type { State } from '../state/state.js';

/** What every step of an answer may look at. */
export interface World extends Runtime {
  readonly state: State;
  readonly clock: ServerClock;
  /** Known to this server alone: made-up salts come from it, so that nobody can tell them by reckoning. */
  readonly secret: string;
  /** Where clients reach the server, as a URL without a slash at its end; known once it listens. */
  readonly place: { url: string };
}
