import { knownPasswords } from './passwords.js';
import { makeApplication, makeUser } from './people.js';
import type { Scenario } from './scenario.js';
import { allTokens, memberTokens } from './tokens.js';

const MADE = new Date('2020-01-01T00:00:00Z');

/** One customer with one account, a user and an application that may do everything there, and no items. */
export const empty: Scenario = (state, random) => {
  const dates = { datecreated: MADE, datemodified: MADE };
  const customer = state.customers.add({ id: random.id(), name: 'Customer', ...dates }).id;
  const account = state.accounts.add({ id: random.id(), name: 'Account', customer, ...dates }).id;
  const role = (name: string, tokens: readonly string[]): string =>
    state.roles.add({ id: random.id(), name, tokens }).id;
  const everything = { role: role('Everything', [...allTokens, 'session-create']), customer };
  const { password, kept } = knownPasswords.user;
  const person = { username: 'user', firstname: '', lastname: '', customer, password: kept };
  const user = state.users.add(makeUser({ ...person, roles: [everything] }, random));
  const application = state.applications.add(
    makeApplication({ name: 'Application', customer, roles: [everything] }, random),
  );
  const member = { role: role('Member', memberTokens) };
  state.users.update(user.id, { roles: [everything, member] });
  const login = { role: role('Login', ['session-create']) };
  state.applications.update(application.id, { roles: [everything, member, login] });
  return {
    user: { id: user.id, psk: user.psk },
    application: { id: application.id, psk: application.psk },
    login: { username: user.username, password },
    account,
    customer,
  };
};
