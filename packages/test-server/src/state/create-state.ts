import type { SeededRandom } from '../random/seeded-random.js';
import { type Reference, collectionMaker } from './collections.js';
import { completePlaylist, completeSecurityprofile } from './complete/complete-lists.js';
import {
  completeFile,
  completeItem,
  completeLivestream,
  completeMetadatakey,
  completeRecordschedule,
  completeUploadtoken,
} from './complete/complete-media.js';
import {
  completeAccount,
  completeApplication,
  completeCustomer,
  completeRole,
  completeService,
  completeUser,
} from './complete/complete-people.js';
import { completeChallenge, completeSession } from './complete/complete-sessions.js';
import { recordTypes } from './json/record-types.js';
import { ItemShelf } from './item-shelf.js';
import type { ActorRecord } from './records.js';
import { createSecretKeeper } from './state-secrets.js';
import type { State } from './state.js';

/**
 * Makes an empty state that keeps references whole.
 *
 * @param random gives the IDs and keys of what is made later
 * @param now the date of a record for which none is told
 * @param trusts whether what is given needs no check of its fields, as while a scenario of our own fills it: that
 *   would take half of a start
 */
export function createState(random: SeededRandom, now: () => Date, trusts = (): boolean => false): State {
  const making = { newId: () => random.id(), newKey: () => random.key(), now, settings: () => state };
  const secrets = createSecretKeeper();
  const collection = collectionMaker(making, secrets, trusts);
  const customers = collection({ name: 'customers', shape: recordTypes.customers, complete: completeCustomer });
  const accounts = collection({
    name: 'accounts',
    shape: recordTypes.accounts,
    complete: completeAccount,
    unique: { field: 'name', of: ({ name }) => name },
    targets: [customers],
    references: ({ customer }) => [['customer', customer, customers]],
  });
  const roles = collection({
    name: 'roles',
    shape: recordTypes.roles,
    complete: completeRole,
    targets: [customers],
    references: ({ customer }) => [['customer', customer, customers]],
  });
  const services = collection({
    name: 'services',
    shape: recordTypes.services,
    complete: completeService,
    secrets: ({ responses }) => Object.keys(responses),
  });
  const held = (actor: ActorRecord): Reference[] =>
    actor.roles.flatMap(({ role, account, customer }): Reference[] => [
      ['roles.role', role, roles],
      ['roles.account', account, accounts],
      ['roles.customer', customer, customers],
    ]);
  const users = collection({
    name: 'users',
    shape: recordTypes.users,
    complete: completeUser,
    unique: { field: 'username', of: ({ username }) => username },
    secrets: ({ psk, password }) => [psk, ...(password ? [password.salt, password.s, password.v2hash] : [])],
    targets: [customers, accounts, roles, services],
    references: (user) => [
      ['customer', user.customer, customers],
      ...user.singlesignontokens.map(({ service }): Reference => ['singlesignontokens.service', service, services]),
      ...held(user),
    ],
  });
  const applications = collection({
    name: 'applications',
    shape: recordTypes.applications,
    complete: completeApplication,
    secrets: ({ psk }) => [psk],
    targets: [customers, accounts, roles],
    references: (application) => [
      ['account', application.account, accounts],
      ['customer', application.customer, customers],
      ...held(application),
    ],
  });
  const livestreams = collection({
    name: 'livestreams',
    shape: recordTypes.livestreams,
    complete: completeLivestream,
    targets: [accounts],
    references: ({ account }) => [['account', account, accounts]],
  });
  const securityprofiles = collection({
    name: 'securityprofiles',
    shape: recordTypes.securityprofiles,
    complete: completeSecurityprofile,
    targets: [accounts, customers],
    references: ({ account, customer }) => [
      ['account', account, accounts],
      ['customer', customer, customers],
    ],
  });
  const shelf = new ItemShelf();
  const items = collection({
    name: 'items',
    shape: recordTypes.items,
    complete: completeItem,
    targets: [accounts, users, livestreams, securityprofiles],
    references: ({ account, user, livestream, securityprofile }) => [
      ['account', account, accounts],
      ['user', user, users],
      ['livestream', livestream, livestreams],
      ['securityprofile', securityprofile, securityprofiles],
    ],
    changed: (before, after) => shelf.changed(before, after),
    replaced: (after) => shelf.replaced(after),
  });
  const playlists = collection({
    name: 'playlists',
    shape: recordTypes.playlists,
    complete: completePlaylist,
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
  const own: State['own'] = new Map();
  const state: State = {
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
    metadatakeys: collection({
      name: 'metadatakeys',
      shape: recordTypes.metadatakeys,
      complete: completeMetadatakey,
      targets: [accounts],
      references: ({ account }) => [['account', account, accounts]],
    }),
    recordschedules: collection({
      name: 'recordschedules',
      shape: recordTypes.recordschedules,
      complete: completeRecordschedule,
      targets: [accounts, livestreams],
      references: ({ account, livestream }) => [
        ['account', account, accounts],
        ['livestream', livestream, livestreams],
      ],
    }),
    uploadtokens: collection({
      name: 'uploadtokens',
      shape: recordTypes.uploadtokens,
      complete: completeUploadtoken,
      secrets: ({ token }) => [token],
      targets: [items],
      references: ({ item }) => [['item', item, items]],
      follows: true,
    }),
    files: collection({
      name: 'files',
      shape: recordTypes.files,
      complete: completeFile,
      targets: [items],
      references: ({ item }) => [['item', item, items]],
      follows: true,
    }),
    challenges: collection({
      name: 'challenges',
      shape: recordTypes.challenges,
      complete: completeChallenge,
      secrets: ({ id }) => [id],
      targets: [applications],
      references: ({ application }) => [['application', application, applications]],
      follows: true,
    }),
    sessions: collection({
      name: 'sessions',
      shape: recordTypes.sessions,
      complete: completeSession,
      secrets: ({ key }) => [key],
      targets: [users, applications],
      references: ({ user, application }) => [
        ['user', user, users],
        ['application', application, applications],
      ],
      follows: true,
    }),
    own,
    secrets,
    failedLogins: new Map(),
    shelf,
    readOnly: false,
    timestampWindow: 900,
    maxLimit: 1000,
    sessionTimeout: 3600,
    challengeLifetime: 30,
    maxFailedLogins: 5,
    failedLoginWindow: 300,
    newOwn(command, complete) {
      const records = collection({
        name: command,
        complete,
        targets: [accounts],
        references: ({ account }) => [['account', account, accounts]],
      });
      own.set(command, records);
      return records;
    },
    newId: making.newId,
    newKey: making.newKey,
  };
  // It is reckoned from the records, and so no part of what is compared or kept.
  Object.defineProperty(state, 'secrets', { enumerable: false });
  return state;
}
