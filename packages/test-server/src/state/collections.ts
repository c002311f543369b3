import { InvalidArgumentError } from '@streamone/core';
import { Collection } from './collection.js';
import type { Making } from './complete/making.js';
import type { StoredRecord } from './records.js';

/** A field of a record that holds the ID of another. */
export type Reference = readonly [field: string, id: string | null | undefined, target: Collection<StoredRecord>];

/** What there is to know about a kind of records. */
export interface Kind<T extends StoredRecord, New> {
  /** Its name in the state, as `items`. */
  readonly name: string;
  /** Fills in what is left out of a record. */
  complete(given: T | New, making: Making): T;
  /** The collections that its records may refer to. */
  readonly targets?: readonly Collection<StoredRecord>[];
  /** The references of a record. */
  references?(record: T): readonly Reference[];
  /** Whether its records go with what they refer to, as a session with its user. Else that stays while they do. */
  readonly follows?: boolean;
  /** Told after each change. */
  changed?(before: T | undefined, after: T | undefined): void;
  /** Told after all records were replaced at once. */
  replaced?(after: Iterable<T>): void;
}

interface Referrer {
  readonly name: string;
  readonly follows: boolean;
  readonly targets: readonly unknown[];
  /** The records that refer to one. */
  of(target: unknown, id: string): readonly StoredRecord[];
  remove(id: string): void;
}

function refuseDangling(name: string, place: string, record: StoredRecord, [field, id]: Reference): never {
  throw new InvalidArgumentError({
    argument: `${place}.${field}`,
    expected: `an ID that exists in the state, for ${name} "${record.id}"`,
    given: id,
  });
}

function refuseRemoval(name: string, id: string, referrer: string, by: StoredRecord): never {
  throw new InvalidArgumentError({
    argument: `${name}.id`,
    expected: `a record that nothing refers to; ${referrer} "${by.id}" does`,
    given: id,
  });
}

/** Makes a maker of collections that keep the references between them whole. */
export function collectionMaker(
  making: Making,
): <T extends StoredRecord, New>(kind: Kind<T, New>) => Collection<T, New> {
  const referrers: Referrer[] = [];
  return <T extends StoredRecord, New>(kind: Kind<T, New>) => {
    const { name, targets = [], follows = false } = kind;
    const references = (record: T): readonly Reference[] => kind.references?.(record) ?? [];
    const towards = (target: unknown): Referrer[] => referrers.filter((referrer) => referrer.targets.includes(target));
    const made: Collection<T, New> = new Collection<T, New>(name, {
      complete: (given) => kind.complete(given, making),
      check(record, place) {
        const dangling = references(record).find(([, id, target]) => typeof id === 'string' && !target.get(id));
        if (dangling !== undefined) refuseDangling(name, place, record, dangling);
      },
      checkRemoval(id) {
        for (const referrer of towards(made)) {
          const [record] = referrer.follows ? [] : referrer.of(made, id);
          if (record !== undefined) refuseRemoval(name, id, referrer.name, record);
        }
      },
      changed(before, after) {
        kind.changed?.(before, after);
        if (before === undefined || after !== undefined) return;
        for (const referrer of towards(made)) {
          for (const { id } of referrer.of(made, before.id)) referrer.remove(id);
        }
      },
      replaced: (after) => kind.replaced?.(after),
    });
    const refersTo = (record: T, target: unknown, id: string): boolean =>
      references(record).some(([, referred, owner]) => owner === target && referred === id);
    referrers.push({
      name,
      follows,
      targets,
      of: (target, id) => [...made].filter((record) => refersTo(record, target, id)),
      remove: (id) => made.remove(id),
    });
    return made;
  };
}
