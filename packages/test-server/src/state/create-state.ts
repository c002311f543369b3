import type { SeededRandom } from '../random/seeded-random.js';
import { type Reference, collectionMaker } from './collections.js';
import { ItemShelf } from './item-shelf.js';
import type { Item, Livestream, Metadatakey, Recordschedule, Uploadtoken } from './media-records.js';
import type { Playlist, Securityprofile } from './list-records.js';
import type { Account, ActorRecord, Application, Customer, Role, Service, User } from './records.js';
import type { Challenge, Session } from './session-records.js';
import type { State } from './state.js';

/**
 * Makes an empty state that keeps references whole.
 *
 * @param random gives the IDs and keys of what is made later
 */
export function createState(random: SeededRandom): State {
  const collection = collectionMaker();
  const customers = collection<Customer>({ name: 'customers' });
  const accounts = collection<Account>({
    name: 'accounts',
    targets: [customers],
    references: ({ customer }) => [['customer', customer, customers]],
  });
  const roles = collection<Role>({
    name: 'roles',
    targets: [customers],
    references: ({ customer }) => [['customer', customer, customers]],
  });
  const services = collection<Service>({ name: 'services' });
  const held = (actor: ActorRecord): Reference[] =>
    actor.roles.flatMap(({ role, account, customer }): Reference[] => [
      ['roles.role', role, roles],
      ['roles.account', account, accounts],
      ['roles.customer', customer, customers],
    ]);
  const users = collection<User>({
    name: 'users',
    targets: [customers, accounts, roles, services],
    references: (user) => [
      ['customer', user.customer, customers],
      ...user.singlesignontokens.map(({ service }): Reference => ['singlesignontokens.service', service, services]),
      ...held(user),
    ],
  });
  const applications = collection<Application>({
    name: 'applications',
    targets: [customers, accounts, roles],
    references: (application) => [
      ['account', application.account, accounts],
      ['customer', application.customer, customers],
      ...held(application),
    ],
  });
  const livestreams = collection<Livestream>({
    name: 'livestreams',
    targets: [accounts],
    references: ({ account }) => [['account', account, accounts]],
  });
  const securityprofiles = collection<Securityprofile>({
    name: 'securityprofiles',
    targets: [accounts, customers],
    references: ({ account, customer }) => [
      ['account', account, accounts],
      ['customer', customer, customers],
    ],
  });
  const shelf = new ItemShelf();
  const items = collection<Item>({
    name: 'items',
    targets: [accounts, users, livestreams, securityprofiles],
    references: ({ account, user, livestream, securityprofile }) => [
      ['account', account, accounts],
      ['user', user, users],
      ['livestream', livestream, livestreams],
      ['securityprofile', securityprofile, securityprofiles],
    ],
    changed: (before, after) => shelf.changed(before, after),
  });
  const playlists = collection<Playlist>({
    name: 'playlists',
    targets: [users, applications, items, livestreams],
    references: ({ user, application, entries }) => [
      ['user', user, users],
      ['application', application, applications],
      ...entries.flatMap(({ item, livestream }): Reference[] => [
        ['entries.item', item, items],
        ['entries.livestream', livestream, livestreams],
      ]),
    ],
  });
  return {
    customers,
    accounts,
    roles,
    services,
    users,
    applications,
    livestreams,
    securityprofiles,
    items,
    playlists,
    metadatakeys: collection<Metadatakey>({
      name: 'metadatakeys',
      targets: [accounts],
      references: ({ account }) => [['account', account, accounts]],
    }),
    recordschedules: collection<Recordschedule>({
      name: 'recordschedules',
      targets: [accounts, livestreams],
      references: ({ account, livestream }) => [
        ['account', account, accounts],
        ['livestream', livestream, livestreams],
      ],
    }),
    uploadtokens: collection<Uploadtoken>({
      name: 'uploadtokens',
      targets: [items],
      references: ({ item }) => [['item', item, items]],
      follows: true,
    }),
    challenges: collection<Challenge>({
      name: 'challenges',
      targets: [applications],
      references: ({ application }) => [['application', application, applications]],
      follows: true,
    }),
    sessions: collection<Session>({
      name: 'sessions',
      targets: [users, applications],
      references: ({ user, application }) => [
        ['user', user, users],
        ['application', application, applications],
      ],
      follows: true,
    }),
    failedLogins: new Map(),
    shelf,
    readOnly: false,
    timestampWindow: 900,
    maxLimit: 1000,
    sessionTimeout: 3600,
    challengeLifetime: 30,
    maxFailedLogins: 5,
    failedLoginWindow: 300,
    newId: () => random.id(),
    newKey: () => random.key(),
  };
}
