import type { RoleAssignment } from '../../state/records.js';
import { makeApplication, makeUser } from '../people.js';
import type { Scenario } from '../scenario.js';
import { knownPasswords } from '../passwords.js';
import { allTokens } from '../tokens.js';
import { academyItems } from './academy-items.js';
import { completeStudio } from './complete-studio.js';
import { makeLivestream } from './livestreams.js';
import { makeItem } from './make-item.js';
import { newsroomItems } from './newsroom-items.js';

const MADE = new Date('2014-01-01T09:00:00Z');

/**
 * A small media studio: a customer with two accounts, the newsroom and the academy, and 40 items
 * over the two. `editor` may do everything for the customer, `reader` may only see the academy's
 * items, `former` is not active. `editor` and `reader` can log in through the application `Website`.
 * Another customer has an account with an item of its own, in which none of them has rights.
 */
export const studio: Scenario = (state, random) => {
  const dates = { datecreated: MADE, datemodified: MADE };
  const customer = state.customers.add({ id: random.id(), name: 'Studio Zuidwester', ...dates }).id;
  const account = (name: string, owner: string): string =>
    state.accounts.add({ id: random.id(), name, customer: owner, ...dates }).id;
  const role = (name: string, tokens: readonly string[]): string =>
    state.roles.add({ id: random.id(), name, tokens, customer }).id;

  const newsroom = account('Newsroom', customer);
  const academy = account('Academy', customer);
  const neighbour = state.customers.add({ id: random.id(), name: 'Omroep Hiernaast', ...dates }).id;
  const elsewhere = account('Hiernaast', neighbour);

  const everything: RoleAssignment[] = [{ role: role('Administrator', allTokens), customer }];
  const person = { firstname: '', lastname: '', customer };
  const editor = state.users.add(
    makeUser(
      {
        ...person,
        username: 'editor',
        firstname: 'Eva',
        lastname: 'Meijer',
        roles: everything,
        password: knownPasswords.editor.kept,
      },
      random,
    ),
  );
  const seesAcademy: RoleAssignment[] = [{ role: role('Reader', ['item-read']), account: academy }];
  const reader = state.users.add(
    makeUser(
      {
        ...person,
        username: 'reader',
        firstname: 'Ruben',
        timezone: 'Asia/Tokyo',
        roles: seesAcademy,
        password: knownPasswords.reader.kept,
      },
      random,
    ),
  );
  state.users.add(makeUser({ ...person, username: 'former', active: false, roles: everything }, random));
  const website = [{ role: role('Website', [...allTokens, 'session-create']), customer }];
  const application = state.applications.add(makeApplication({ name: 'Website', customer, roles: website }, random));

  const categories = (): string[] => [random.id(), random.id(), random.id()];
  const news = { account: newsroom, users: [editor.id], livestream: random.id(), categories: categories() };
  const lessons = { account: academy, users: [editor.id, reader.id], livestream: null, categories: categories() };
  const onAir = { title: 'Newsroom camera', description: 'The desk, day and night.', account: newsroom, active: true };
  state.livestreams.add(makeLivestream({ id: news.livestream, ...onAir }));
  for (const told of newsroomItems) state.items.add(makeItem(told, news, random));
  for (const told of academyItems) state.items.add(makeItem(told, lessons, random));
  const foreign = { title: 'Not for the neighbours', made: '2022-12-01', duration: 600, keywords: 'news' };
  state.items.add(makeItem(foreign, { account: elsewhere, users: [], livestream: null, categories: [] }, random));

  completeStudio(state, random, { customer, newsroom, academy, editor, application });

  return {
    user: { id: editor.id, psk: editor.psk },
    application: { id: application.id, psk: application.psk },
    login: { username: editor.username, password: knownPasswords.editor.password },
    account: newsroom,
    customer,
  };
};
