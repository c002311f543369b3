import { makeApplication, makeUser } from './people.js';
import type { Scenario } from './scenario.js';
import { allTokens } from './tokens.js';

const MADE = new Date('2020-01-01T00:00:00Z');

/** One customer with one account, a user and an application that may do everything there, and no items. */
export const empty: Scenario = (state, random) => {
  const dates = { datecreated: MADE, datemodified: MADE };
  const customer = state.customers.add({ id: random.id(), name: 'Customer', ...dates }).id;
  const account = state.accounts.add({ id: random.id(), name: 'Account', customer, ...dates }).id;
  const tokens = [...allTokens, 'session-create'];
  const role = state.roles.add({ id: random.id(), name: 'Everything', tokens }).id;
  const roles = [{ role, customer }];
  const person = { username: 'user', firstname: '', lastname: '', customer, roles };
  const user = state.users.add(makeUser(person, random));
  const application = state.applications.add(makeApplication('Application', roles, random));
  return {
    user: { id: user.id, psk: user.psk },
    application: { id: application.id, psk: application.psk },
    login: { username: user.username, password: 'empty-but-open' },
    account,
    customer,
  };
};
