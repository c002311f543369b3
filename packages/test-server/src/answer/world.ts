import type { ServerClock } from '../clock/server-clock.js';
import type { HmacSha1 } from '../hmac/hmac-sha1.js';
import type { State } from '../state/state.js';

/** What every step of an answer may look at. */
export interface World {
  readonly state: State;
  readonly clock: ServerClock;
  readonly hmac: HmacSha1;
}
