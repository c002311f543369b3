import { InvalidArgumentError } from '@streamone/core';
import type { ClientOptions } from './client-options.js';

const isFunction = (given: unknown): boolean => typeof given === 'function';

function hasMethods(given: unknown, ...names: readonly string[]): boolean {
  if (typeof given !== 'object' || given === null) return false;
  return names.every((name) => isFunction((given as Record<string, unknown>)[name]));
}

interface Kind {
  readonly expected: string;
  readonly fits: (given: unknown) => boolean;
}

const aFunction: Kind = { expected: 'a function', fits: isFunction };
const aBoolean: Kind = { expected: 'true or false', fits: (given) => typeof given === 'boolean' };

type Checked = Partial<Omit<ClientOptions, 'auth'>>;

const kinds: { readonly [Name in keyof Checked]?: Kind } = {
  fetch: aFunction,
  clock: aFunction,
  log: aFunction,
  onMismatch: aFunction,
  strict: aBoolean,
  allowInsecure: aBoolean,
  middleware: {
    expected: 'an array of functions',
    fits: (given) => Array.isArray(given) && given.every(isFunction),
  },
  commands: { expected: 'an array of commands and actions', fits: Array.isArray },
  cache: {
    expected: 'a cache, as memoryCache() gives it, or false',
    fits: (given) => given === false || hasMethods(given, 'get', 'set'),
  },
  store: {
    expected: 'a store of sessions, as memorySessionStore() gives it',
    fits: (given) => hasMethods(given, 'load', 'save', 'remove'),
  },
  tracer: { expected: 'a tracer of OpenTelemetry', fits: (given) => hasMethods(given, 'startActiveSpan') },
  timezone: {
    expected: 'the IANA name of a zone, as "Europe/Amsterdam"',
    fits: (given) => typeof given === 'string' && given !== '',
  },
};

/**
 * Checks that options are of their kind. A cache that is none would else be silently without effect.
 *
 * @throws InvalidArgumentError naming the option that is wrong.
 */
export function checkOptionTypes(options: Checked): void {
  for (const [argument, kind] of Object.entries(kinds)) {
    const given: unknown = options[argument as keyof Checked];
    if (given === undefined || kind.fits(given)) continue;
    throw new InvalidArgumentError({ argument, expected: kind.expected, given });
  }
}
