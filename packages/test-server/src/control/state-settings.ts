import { InvalidArgumentError } from '@streamone/core';
import { isObject } from '../state/json/is-object.js';
import type { State } from '../state/state.js';

/** The settings of a state: what is no record, and may be changed. */
export type StateSettings = Pick<
  State,
  | 'readOnly'
  | 'timestampWindow'
  | 'maxLimit'
  | 'sessionTimeout'
  | 'challengeLifetime'
  | 'maxFailedLogins'
  | 'failedLoginWindow'
>;

/** The greatest number of a setting. In seconds: some 30 years. */
const MOST = 1_000_000_000;

/** The least number of a setting; `true` for one that is on or off. */
const SETTINGS: Readonly<Record<keyof StateSettings, number | true>> = {
  readOnly: true,
  timestampWindow: 0,
  maxLimit: 1,
  sessionTimeout: 1,
  challengeLifetime: 1,
  maxFailedLogins: 1,
  failedLoginWindow: 1,
};

/** The settings as they are. */
export function readSettings(state: State): StateSettings {
  const { readOnly, timestampWindow, maxLimit, sessionTimeout, challengeLifetime, maxFailedLogins, failedLoginWindow } =
    state;
  return {
    readOnly,
    timestampWindow,
    maxLimit,
    sessionTimeout,
    challengeLifetime,
    maxFailedLogins,
    failedLoginWindow,
  };
}

function check(name: string, given: unknown): void {
  const rule = Object.entries(SETTINGS).find(([known]) => known === name)?.[1];
  if (rule === undefined) {
    throw new InvalidArgumentError({
      argument: 'settings',
      expected: `settings named ${Object.keys(SETTINGS).join(', ')}`,
      given: name,
    });
  }
  const fits = rule === true ? typeof given === 'boolean' : Number.isSafeInteger(given) && Number(given) >= rule;
  if (fits && Number(given) <= MOST) return;
  const expected = rule === true ? 'true or false' : `a whole number from ${rule} to ${MOST}`;
  throw new InvalidArgumentError({ argument: `settings.${name}`, expected, given });
}

/**
 * Changes settings: all that are given, or none.
 *
 * @param given not believed yet
 * @throws InvalidArgumentError naming the setting that is wrong.
 */
export function changeSettings(state: State, given: unknown): void {
  if (!isObject(given)) {
    throw new InvalidArgumentError({ argument: 'settings', expected: 'an object, as { "readOnly": true }', given });
  }
  for (const [name, value] of Object.entries(given)) check(name, value);
  Object.assign(state, given);
}
