import { InvalidArgumentError } from '@streamone/core';
import { objectOf } from '../state/json/nested-types.js';
import { reference, secretText, text } from '../state/json/simple-types.js';
import type { ActorCredentials, ScenarioCredentials } from './credentials.js';
import type { Scenario } from './scenario.js';

const actor = (kind: 'users' | 'applications') =>
  objectOf<ActorCredentials>({ id: reference(kind), psk: secretText }, ['id', 'psk'], true);

const credentialsType = objectOf<ScenarioCredentials>(
  {
    user: actor('users'),
    application: actor('applications'),
    login: objectOf({ username: text, password: secretText }, ['username', 'password'], true),
    account: reference('accounts'),
    customer: reference('customers'),
  },
  ['user', 'application', 'login', 'account', 'customer'],
);

/** A user's own function, with what it returns looked at: it must tell the credentials of what it made. */
export function checkScenario(scenario: Scenario): Scenario {
  return (state, random) => {
    const credentials: unknown = scenario(state, random);
    if (credentials instanceof Promise) {
      throw new InvalidArgumentError({
        argument: 'scenario',
        expected: 'a function that returns credentials, not a promise of them',
        given: credentials,
      });
    }
    return credentialsType.read(credentials, 'the credentials that the scenario returns', {
      resolve: (kind, id) => state[kind].get(id)?.id,
    });
  };
}
