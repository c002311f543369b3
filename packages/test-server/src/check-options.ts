import { InvalidArgumentError, nearestName } from '@streamone/core';
import type { SocketOptions } from './test-server-options.js';

/** What an option may be; `undefined` always, since it is then as good as not given. */
interface Check {
  readonly expected: string;
  readonly fits: (given: unknown) => boolean;
}

const flag: Check = { expected: 'true or false', fits: (given) => typeof given === 'boolean' };
const callback: Check = { expected: 'a function', fits: (given) => typeof given === 'function' };
/** Looked at where it is used. */
const later: Check = { expected: 'anything', fits: () => true };

function wholeFrom(least: number): Check {
  return {
    expected: `a whole number from ${least}`,
    fits: (given) => Number.isSafeInteger(given) && Number(given) >= least,
  };
}

const LIMITS: Readonly<Record<string, Check>> = {
  maxFileSize: wholeFrom(1),
  maxTotal: wholeFrom(1),
} satisfies Readonly<Record<keyof NonNullable<SocketOptions['uploads']>, Check>>;

const OPTIONS: Readonly<Record<string, Check>> = {
  actions: later,
  admin: flag,
  allowRemote: flag,
  clock: callback,
  cors: flag,
  explain: flag,
  host: { expected: 'an address', fits: (given) => typeof given === 'string' },
  journalSize: wholeFrom(1),
  onRefusal: callback,
  port: later,
  scenario: later,
  seed: wholeFrom(0),
  uploads: {
    expected: 'an object with maxFileSize and maxTotal',
    fits: (given) => typeof given === 'object' && given !== null,
  },
} satisfies Readonly<Record<keyof SocketOptions, Check>>;

function check(given: object, checks: Readonly<Record<string, Check>>, path: string): void {
  const names = Object.keys(checks);
  for (const [name, value] of Object.entries(given)) {
    const { expected, fits } = checks[name] ?? {};
    if (expected === undefined || fits === undefined) {
      const nearest = nearestName(name, names);
      const advice = nearest === undefined ? undefined : `Did you mean "${nearest}"?`;
      throw new InvalidArgumentError({
        expected: `options named ${names.join(', ')}`,
        given: `${path}${name}`,
        advice,
      });
    }
    if (value === undefined || fits(value)) continue;
    throw new InvalidArgumentError({ argument: `${path}${name}`, expected, given: value });
  }
}

/**
 * Checks the options of a server: who writes no TypeScript should hear of a slip as well.
 *
 * @throws InvalidArgumentError naming the option that is not known, or is not what it takes.
 */
export function checkOptions(options: SocketOptions): void {
  check(options, OPTIONS, '');
  check(options.uploads ?? {}, LIMITS, 'uploads.');
}
