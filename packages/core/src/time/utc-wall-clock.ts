import { InvalidArgumentError } from '../errors/invalid-argument-error.js';

const TWO_DIGITS = Array.from({ length: 100 }, (_, value) => String(value).padStart(2, '0'));

function two(value: number): string {
  return TWO_DIGITS[value] ?? '';
}

/**
 * An instant as `YYYY-MM-DD HH:MM:SS` in UTC. Milliseconds are cut off, towards the past. Put
 * together by hand and not cut out of `toISOString`, since a page of rows has dozens of them.
 *
 * @throws InvalidArgumentError for an invalid date and for years outside 0000 to 9999, which the form can't hold.
 */
export function utcWallClock(date: Date): string {
  const year = date.getUTCFullYear();
  // Written so that the NaN of an invalid date, which compares false with everything, is refused too.
  if (!(year >= 0 && year <= 9999)) {
    throw new InvalidArgumentError({ expected: 'a valid date in the years 0000 to 9999', given: date });
  }
  const day = `${two(Math.floor(year / 100))}${two(year % 100)}-${two(date.getUTCMonth() + 1)}-${two(date.getUTCDate())}`;
  return `${day} ${two(date.getUTCHours())}:${two(date.getUTCMinutes())}:${two(date.getUTCSeconds())}`;
}
