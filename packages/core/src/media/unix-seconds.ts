import { InvalidArgumentError } from '../errors/invalid-argument-error.js';

/** 1 January of the year 5138; who gives more gave milliseconds. */
const LATEST = 100_000_000_000;

/**
 * An instant as UNIX time in whole seconds; what a Date has beyond that is cut off.
 *
 * @throws InvalidArgumentError when it is none, or looks like milliseconds.
 */
export function unixSeconds(argument: string, instant: Date | number): number {
  const seconds = instant instanceof Date ? Math.floor(instant.getTime() / 1000) : instant;
  if (Number.isSafeInteger(seconds) && seconds >= 0 && seconds < LATEST) return seconds;
  throw new InvalidArgumentError({
    argument,
    expected: 'a Date or UNIX time in whole seconds',
    given: instant,
    advice:
      typeof instant === 'number' && instant >= LATEST ? 'These look like milliseconds: divide by 1000.' : undefined,
  });
}
