import { InvalidArgumentError } from '../errors/invalid-argument-error.js';
import { parseWallClock } from './parse-wall-clock.js';
import { utcWallClock } from './utc-wall-clock.js';
import { zoneClock } from './zone-clock.js';

/**
 * The instant that a wall clock of the API means: `YYYY-MM-DD HH:MM:SS` in the zone given, or in
 * its own where it ends in `@zone`. A time that the zone has twice is the earlier one, a skipped
 * one moves forward. `undefined` when the text has another form or the machine does not know the
 * zone. Source: protocol, documented (the form); the rule for repeated and skipped times is ours.
 */
export function readWallClock(text: string, zone: string): Date | undefined {
  const at = text.indexOf('@');
  const wall = parseWallClock(at === -1 ? text : text.slice(0, at));
  if (wall === undefined) return undefined;
  const instant = zoneClock(at === -1 ? zone : text.slice(at + 1))?.fromWall(wall);
  return instant === undefined ? undefined : new Date(instant);
}

/**
 * An instant as `YYYY-MM-DD HH:MM:SS` on the wall clock of a zone. Milliseconds are cut off.
 *
 * @throws InvalidArgumentError for an invalid date or a zone that the machine does not know.
 */
export function writeWallClock(date: Date, zone: string): string {
  // Refuses what the form can't hold, before the zone is asked about it.
  const utc = utcWallClock(date);
  const clock = zoneClock(zone);
  if (clock === undefined) {
    throw new InvalidArgumentError({
      argument: 'timezone',
      expected: 'an IANA zone that this machine knows',
      given: zone,
    });
  }
  return zone === 'UTC' ? utc : utcWallClock(new Date(clock.toWall(date.getTime())));
}
