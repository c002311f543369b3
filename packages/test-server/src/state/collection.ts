import { InvalidArgumentError } from '@streamone/core';
import type { StoredRecord } from './records.js';

/** What a collection asks of the state around it, to keep references whole. */
export interface Integrity<T> {
  /** Throws when the record refers to something that is not there. */
  check(record: T): void;
  /** Throws when something refers to the record of this ID. */
  checkRemoval(id: string): void;
  /** Told after each change. */
  changed?(before: T | undefined, after: T | undefined): void;
}

const ID = /^[A-Za-z0-9_-]{1,64}$/;

/** Records of one kind by ID, in the order in which they were added. Records are replaced, never changed. */
export class Collection<T extends StoredRecord> implements Iterable<T> {
  readonly #kind: string;
  readonly #records = new Map<string, T>();
  readonly #integrity: Integrity<T>;

  constructor(kind: string, integrity: Integrity<T>) {
    this.#kind = kind;
    this.#integrity = integrity;
  }

  /** How many there are. */
  get size(): number {
    return this.#records.size;
  }

  /** The record of an ID, or `undefined`. */
  get(id: string): T | undefined {
    return this.#records.get(id);
  }

  /** The first record for which the test holds. */
  find(test: (record: T) => boolean): T | undefined {
    for (const record of this.#records.values()) if (test(record)) return record;
    return undefined;
  }

  /**
   * Adds a record.
   *
   * @throws InvalidArgumentError when the ID is taken or malformed, or the record refers to something that is not there.
   */
  add(record: T): T {
    if (!ID.test(record.id) || this.#records.has(record.id)) {
      throw new InvalidArgumentError({
        argument: `${this.#kind}.id`,
        expected: 'an ID of letters, digits, "_" and "-" that is not taken',
        given: record.id,
      });
    }
    this.#integrity.check(record);
    this.#records.set(record.id, record);
    this.#integrity.changed?.(undefined, record);
    return record;
  }

  /**
   * Changes some fields of a record, by replacing it.
   *
   * @throws InvalidArgumentError when it is not there or would refer to something that is not.
   */
  update(id: string, changes: Partial<Omit<T, 'id'>>): T {
    const before = this.#existing(id);
    const after = { ...before, ...changes, id };
    this.#integrity.check(after);
    this.#records.set(id, after);
    this.#integrity.changed?.(before, after);
    return after;
  }

  /**
   * Removes a record.
   *
   * @throws InvalidArgumentError when it is not there or something refers to it.
   */
  remove(id: string): void {
    const before = this.#existing(id);
    this.#integrity.checkRemoval(id);
    this.#records.delete(id);
    this.#integrity.changed?.(before, undefined);
  }

  /** All records, in the order in which they were added. */
  [Symbol.iterator](): IterableIterator<T> {
    return this.#records.values();
  }

  #existing(id: string): T {
    const record = this.#records.get(id);
    if (record !== undefined) return record;
    throw new InvalidArgumentError({
      argument: `${this.#kind}.id`,
      expected: `the ID of a record in state.${this.#kind}`,
      given: id,
    });
  }
}
