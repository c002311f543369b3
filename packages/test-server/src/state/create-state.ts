import { InvalidArgumentError } from '@streamone/core';
import type { SeededRandom } from '../random/seeded-random.js';
import { Collection } from './collection.js';
import { ItemShelf } from './item-shelf.js';
import type { Account, ActorRecord, Application, Customer, Item, Role, StoredRecord, User } from './records.js';
import type { State } from './state.js';

type Reference = readonly [field: string, id: string | null | undefined, target: Collection<StoredRecord>];

function refuse(kind: string, record: StoredRecord, [field, id]: Reference): never {
  throw new InvalidArgumentError({
    argument: `${kind}.${field}`,
    expected: `an ID that exists in the state, for ${kind} "${record.id}"`,
    given: id,
  });
}

/**
 * Makes an empty state that keeps references whole.
 *
 * @param random gives the IDs of what is made later
 */
export function createState(random: SeededRandom): State {
  const referrers: { kind: string; of(target: unknown, id: string): StoredRecord | undefined }[] = [];

  function collection<T extends StoredRecord>(
    kind: string,
    references: (record: T) => readonly Reference[],
    changed?: (before: T | undefined, after: T | undefined) => void,
  ): Collection<T> {
    const made: Collection<T> = new Collection<T>(kind, {
      check(record) {
        const dangling = references(record).find(([, id, target]) => typeof id === 'string' && !target.get(id));
        if (dangling !== undefined) refuse(kind, record, dangling);
      },
      checkRemoval(id) {
        for (const referrer of referrers) {
          const record = referrer.of(made, id);
          if (record === undefined) continue;
          throw new InvalidArgumentError({
            argument: `${kind}.id`,
            expected: `a record that nothing refers to; ${referrer.kind} "${record.id}" does`,
            given: id,
          });
        }
      },
      ...(changed && { changed }),
    });
    const refersTo = (record: T, target: unknown, id: string): boolean =>
      references(record).some(([, referred, owner]) => owner === target && referred === id);
    referrers.push({ kind, of: (target, id) => made.find((record) => refersTo(record, target, id)) });
    return made;
  }

  const customers = collection<Customer>('customers', () => []);
  const accounts = collection<Account>('accounts', ({ customer }) => [['customer', customer, customers]]);
  const roles = collection<Role>('roles', ({ customer }) => [['customer', customer, customers]]);
  const held = (actor: ActorRecord): Reference[] =>
    actor.roles.flatMap(({ role, account, customer }): Reference[] => [
      ['roles.role', role, roles],
      ['roles.account', account, accounts],
      ['roles.customer', customer, customers],
    ]);
  const users = collection<User>('users', (user) => [['customer', user.customer, customers], ...held(user)]);
  const applications = collection<Application>('applications', held);
  const shelf = new ItemShelf();
  const items = collection<Item>(
    'items',
    ({ account, user }) => [
      ['account', account, accounts],
      ['user', user, users],
    ],
    (before, after) => shelf.changed(before, after),
  );
  return {
    customers,
    accounts,
    roles,
    users,
    applications,
    items,
    shelf,
    readOnly: false,
    timestampWindow: 900,
    maxLimit: 1000,
    newId: () => random.id(),
  };
}
