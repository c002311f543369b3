import { InvalidArgumentError } from '@streamone/core';

/** The server's clock. It runs along with the real one until it is set, moved or stopped. */
export interface ServerClock {
  /** Whether it stands still. */
  readonly frozen: boolean;
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
  /** Back to what it runs along with, as when the server started. */
  reset(): void;
}

/** How a clock differs from what it runs along with. */
export interface ClockSetting {
  /** In milliseconds. */
  readonly offset: number;
  /** The time at which it stands still, in milliseconds since 1970; `undefined` while it runs. */
  readonly frozenAt: number | undefined;
}

/** A clock whose setting can be kept and brought back. */
export interface KeptClock extends ServerClock {
  setting: ClockSetting;
  /** What it runs along with, in milliseconds since 1970. */
  readonly source: () => number;
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
export function createServerClock(source: () => number = Date.now): KeptClock {
  const untouched: ClockSetting = { offset: 0, frozenAt: undefined };
  let setting = untouched;
  const now = (): number => setting.frozenAt ?? source() + setting.offset;
  const moveTo = (time: number): void => {
    setting =
      setting.frozenAt === undefined
        ? { offset: time - source(), frozenAt: undefined }
        : { offset: setting.offset, frozenAt: time };
  };
  return {
    now,
    source,
    get frozen() {
      return setting.frozenAt !== undefined;
    },
    get setting() {
      return setting;
    },
    set setting(kept) {
      setting = kept;
    },
    advance: (seconds) => moveTo(checked('seconds', now() + seconds * 1000, 'a number of seconds', seconds)),
    set: (date) => moveTo(checked('date', date instanceof Date ? date.getTime() : Number.NaN, 'a valid Date', date)),
    freeze: () => {
      setting = { offset: setting.offset, frozenAt: now() };
    },
    resume: () => {
      if (setting.frozenAt === undefined) return;
      setting = { offset: setting.frozenAt - source(), frozenAt: undefined };
    },
    reset: () => {
      setting = untouched;
    },
  };
}
