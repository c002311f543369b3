import type { CallOptions, ClientOptions, SharedOptions } from './client-options.js';

const OF_CALL: readonly (keyof CallOptions)[] = [
  'account',
  'accounts',
  'cache',
  'customer',
  'retry',
  'signal',
  'timeout',
  'timezone',
];

const OF_DERIVED: readonly (keyof SharedOptions)[] = [
  'account',
  'accounts',
  'auth',
  'cache',
  'customer',
  'log',
  'middleware',
  'onMismatch',
  'retry',
  'strict',
  'timeout',
  'timezone',
  'tracer',
];

const OF_CLIENT: readonly (keyof ClientOptions)[] = [
  ...OF_DERIVED,
  'allowInsecure',
  'clock',
  'commands',
  'fetch',
  'store',
  'url',
];

/** Names of the options that a single call takes. */
export const CALL_NAMES: ReadonlySet<string> = new Set(OF_CALL);
/** Names of the options that `with` takes. */
export const DERIVED_NAMES: ReadonlySet<string> = new Set(OF_DERIVED);
/** Names of the options that a new client takes. */
export const CLIENT_NAMES: ReadonlySet<string> = new Set(OF_CLIENT);
