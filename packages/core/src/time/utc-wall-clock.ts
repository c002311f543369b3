import { InvalidArgumentError } from '../errors/invalid-argument-error.js';

/**
 * An instant as `YYYY-MM-DD HH:MM:SS` in UTC. Milliseconds are cut off, towards the past.
 *
 * @throws InvalidArgumentError for an invalid date and for years outside 0000 to 9999, which the form can't hold.
 */
export function utcWallClock(date: Date): string {
  const time = date.getTime();
  const year = date.getUTCFullYear();
  if (Number.isNaN(time) || year < 0 || year > 9999) {
    throw new InvalidArgumentError({ expected: 'a valid date in the years 0000 to 9999', given: date });
  }
  const iso = new Date(Math.floor(time / 1000) * 1000).toISOString();
  return `${iso.slice(0, 10)} ${iso.slice(11, 19)}`;
}
