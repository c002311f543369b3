import { InvalidArgumentError } from '@streamone/core';
import { Collection } from './collection.js';
import type { Making } from './complete/making.js';
import { checkGiven } from './json/check-given.js';
import type { ObjectShape } from './json/object-schema.js';
import { createHolders } from './holders.js';
import type { StoredRecord } from './records.js';
import type { SecretKeeper } from './state-secrets.js';

/** A field of a record that holds the ID of another. */
export type Reference = readonly [field: string, id: string | null | undefined, target: Collection<StoredRecord>];

/** What there is to know about a kind of records. */
export interface Kind<T extends StoredRecord, New> {
  /** Its name in the state, as `items`. */
  readonly name: string;
  /** Fills in what is left out of a record. */
  complete(given: T | New, making: Making): T;
  /** Its fields, where what is given in process is to be checked as what is given in JSON. */
  readonly shape?: ObjectShape;
  /** The collections that its records may refer to. */
  readonly targets?: readonly Collection<StoredRecord>[];
  /** The references of a record. */
  references?(record: T): readonly Reference[];
  /** The secrets of a record, which are masked wherever they are shown. */
  secrets?(record: T): readonly string[];
  /** A field whose text no two records share; an empty one is none. */
  readonly unique?: { readonly field: string; readonly of: (record: T) => string };
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

function refuseTaken(name: string, place: string, field: string, given: string, by: StoredRecord): never {
  throw new InvalidArgumentError({
    argument: `${place}.${field}`,
    expected: `a ${field} that none of the ${name} has yet; "${by.id}" has this one`,
    given,
  });
}

/**
 * Makes a maker of collections that keep the references between them whole, and tell the keeper of their secrets.
 *
 * @param trusts whether what is given needs no check of its fields
 */
export function collectionMaker(
  making: Making,
  keeper: SecretKeeper,
  trusts: () => boolean,
): <T extends StoredRecord, New>(kind: Kind<T, New>) => Collection<T, New> {
  const referrers: Referrer[] = [];
  return <T extends StoredRecord, New>(kind: Kind<T, New>) => {
    const { name, targets = [], follows = false, unique } = kind;
    const references = (record: T): readonly Reference[] => kind.references?.(record) ?? [];
    const secrets = (record: T | undefined): readonly string[] => (record && kind.secrets?.(record)) ?? [];
    const holders = unique && createHolders<T>(unique.of);
    const towards = (target: unknown): Referrer[] => referrers.filter((referrer) => referrer.targets.includes(target));
    const made: Collection<T, New> = new Collection<T, New>(name, {
      complete: (given) => kind.complete(given, making),
      checkGiven(given, place, isNew) {
        const { shape } = kind;
        if (shape !== undefined && !trusts()) checkGiven(isNew ? shape : { ...shape, required: [] }, given, place);
      },
      check(record, place) {
        const dangling = references(record).find(([, id, target]) => typeof id === 'string' && !target.get(id));
        if (dangling !== undefined) refuseDangling(name, place, record, dangling);
        const holder = holders?.other(made, record);
        if (unique !== undefined && holder !== undefined)
          refuseTaken(name, place, unique.field, unique.of(record), holder);
      },
      checkRemoval(id) {
        for (const referrer of towards(made)) {
          const [record] = referrer.follows ? [] : referrer.of(made, id);
          if (record !== undefined) refuseRemoval(name, id, referrer.name, record);
        }
      },
      changed(before, after) {
        kind.changed?.(before, after);
        holders?.changed(before, after);
        if (kind.secrets !== undefined) keeper.changed(secrets(before), secrets(after));
        if (before === undefined || after !== undefined) return;
        for (const referrer of towards(made)) {
          for (const { id } of referrer.of(made, before.id)) referrer.remove(id);
        }
      },
      replacing(before) {
        holders?.forget();
        if (kind.secrets !== undefined) keeper.gone([...before].flatMap(secrets));
      },
      replaced: (after) => kind.replaced?.(after),
    });
    if (kind.secrets !== undefined) {
      keeper.watch(function* () {
        for (const record of made) yield* secrets(record);
      });
    }
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
