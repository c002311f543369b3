import { shownText } from '../form/byte-string.js';
import type { ActorCredentials } from './credentials.js';
import { empty } from './empty.js';
import type { Scenario } from './scenario.js';
import { allTokens, memberTokens } from './tokens.js';

/** Who may have signed a request. */
export interface RequestKeys {
  readonly user?: ActorCredentials;
  readonly application?: ActorCredentials;
  /** A session that is begun through the application. */
  readonly session?: { readonly id: string; readonly key: string };
}

const ID = /^[A-Za-z0-9_-]{1,64}$/;
const HUNDRED_YEARS = 100 * 366 * 86_400_000;

/**
 * A state in which somebody may do everything, in the accounts that a request names; of other things no more than a
 * state needs.
 *
 * @param parameters of that request
 */
export function callerScenario(
  { user, application, session }: RequestKeys,
  parameters: ReadonlyMap<string, unknown>,
): Scenario {
  const named = (name: string): string[] => {
    const given = parameters.get(name);
    const ids = typeof given === 'string' ? shownText(given).split(',') : [];
    return [...new Set(ids)].filter((id) => ID.test(id));
  };
  return (state, random) => {
    const made = empty(state, random);
    const tokens = [...new Set([...allTokens, ...memberTokens, 'session-create'])];
    const roles = [{ role: state.roles.add({ name: 'Everything', tokens }).id }];
    for (const id of named('customer')) state.customers.add({ id, name: id });
    for (const id of named('account')) state.accounts.add({ id, name: id, customer: made.customer });
    if (user !== undefined) state.users.add({ ...user, username: user.id, roles });
    if (application !== undefined) state.applications.add({ ...application, name: application.id, roles });
    if (application !== undefined && session !== undefined) {
      const person = state.users.add({ username: 'session', roles }).id;
      const expires = Date.now() + HUNDRED_YEARS;
      state.sessions.add({ ...session, user: person, application: application.id, expires });
    }
    return made;
  };
}
