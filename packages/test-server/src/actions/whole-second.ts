import type { ServerClock } from '../clock/server-clock.js';

/** The time, in whole seconds: the API tells no finer, so that is what is kept. */
export function wholeSecond(clock: ServerClock): Date {
  return new Date(Math.floor(clock.now() / 1000) * 1000);
}
