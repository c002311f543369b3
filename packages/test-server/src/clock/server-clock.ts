import { InvalidArgumentError } from '@streamone/core';

/** The server's clock. It runs along with the real one until it is set, moved or stopped. */
export interface ServerClock {
  /** The time, in milliseconds since 1970. */
  now(): number;
  /** Moves it, forwards or (negative) backwards. */
  advance(seconds: number): void;
  /** Sets it. It runs on from there, unless it is frozen. */
  set(date: Date): void;
  /** Stops it. It can still be set and moved. */
  freeze(): void;
  /** Lets it run again after {@link freeze}. */
  resume(): void;
}

function checked(argument: string, value: number, expected: string, given: unknown): number {
  // A Date holds no more than this on either side of 1970.
  if (Math.abs(value) <= 8.64e15) return value;
  throw new InvalidArgumentError({ argument, expected, given });
}

/**
 * Makes a clock.
 *
 * @param source what it runs along with, in milliseconds; the real clock unless given
 */
export function createServerClock(source: () => number = Date.now): ServerClock {
  let offset = 0;
  let frozenAt: number | undefined;
  const now = (): number => frozenAt ?? source() + offset;
  const moveTo = (time: number): void => {
    if (frozenAt === undefined) offset = time - source();
    else frozenAt = time;
  };
  return {
    now,
    advance: (seconds) => moveTo(checked('seconds', now() + seconds * 1000, 'a number of seconds', seconds)),
    set: (date) => moveTo(checked('date', date instanceof Date ? date.getTime() : Number.NaN, 'a valid Date', date)),
    freeze: () => {
      frozenAt = now();
    },
    resume: () => {
      if (frozenAt === undefined) return;
      offset = frozenAt - source();
      frozenAt = undefined;
    },
  };
}
