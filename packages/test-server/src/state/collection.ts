import { InvalidArgumentError } from '@streamone/core';
import type { StoredRecord } from './records.js';

/** What a collection asks of the state around it, to keep references whole. */
export interface Integrity<T, New> {
  /** Throws when what is given of a record is none of its fields, or of another type; the error names the place. */
  checkGiven?(given: unknown, place: string, isNew: boolean): void;
  /** Fills in what is left out of a record. */
  complete(given: T | New): T;
  /** Throws when the record refers to something that is not there; the error names the place. */
  check(record: T, place: string): void;
  /** Throws when something refers to the record of this ID. */
  checkRemoval(id: string): void;
  /** Told after each change. */
  changed?(before: T | undefined, after: T | undefined): void;
  /** Told before all records are replaced at once. */
  replacing?(before: Iterable<T>): void;
  /** Told after all records were replaced at once, which moves no others. */
  replaced?(after: Iterable<T>): void;
}

const ID = /^[A-Za-z0-9_-]{1,64}$/;

/**
 * Records of one kind by ID, in the order in which they were added. Records are replaced, never changed.
 * `New` is what must be given of a record to add it; where that is not known (`never`), none can be added.
 */
export class Collection<T extends StoredRecord, New = never> implements Iterable<T> {
  readonly #kind: string;
  readonly #records = new Map<string, T>();
  readonly #integrity: Integrity<T, New>;

  constructor(kind: string, integrity: Integrity<T, New>) {
    this.#kind = kind;
    this.#integrity = integrity;
  }

  /**
   * Puts exactly these records in the place of all that a collection holds. No reference is checked:
   * they must have been whole together, and all collections must be replaced alike, as by a snapshot.
   */
  static replaceAll<T extends StoredRecord, New>(collection: Collection<T, New>, records: readonly T[]): void {
    if (collection.#holds(records)) return;
    collection.#integrity.replacing?.(collection);
    collection.#records.clear();
    for (const record of records) collection.#records.set(record.id, record);
    collection.#integrity.replaced?.(records);
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
   * Adds a record. What may be left out is filled in: an ID and a key from the seed, dates of now, empty texts.
   *
   * @param place what errors call the record: its kind unless given
   * @throws InvalidArgumentError when the ID is taken or malformed, or the record refers to something that is not there.
   */
  add(given: New, place: string = this.#kind): T {
    this.#integrity.checkGiven?.(given, place, true);
    const record = this.#integrity.complete(given);
    if (!ID.test(record.id) || this.#records.has(record.id)) {
      throw new InvalidArgumentError({
        argument: `${place}.id`,
        expected: 'an ID of letters, digits, "_" and "-" that is not taken',
        given: record.id,
      });
    }
    this.#integrity.check(record, place);
    this.#records.set(record.id, record);
    this.#integrity.changed?.(undefined, record);
    return record;
  }

  /**
   * Changes some fields of a record, by replacing it.
   *
   * @param place what errors call the record: its kind unless given
   * @throws InvalidArgumentError when it is not there or would refer to something that is not.
   */
  update(id: string, changes: Partial<Omit<T, 'id'>> | Partial<Omit<New, 'id'>>, place: string = this.#kind): T {
    const before = this.#existing(id);
    this.#integrity.checkGiven?.(changes, place, false);
    const after = this.#integrity.complete({ ...before, ...changes, id });
    this.#integrity.check(after, place);
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

  /** Whether it holds exactly these records, in this order. */
  #holds(records: readonly T[]): boolean {
    if (records.length !== this.#records.size) return false;
    let at = 0;
    for (const record of this.#records.values()) if (record !== records[at++]) return false;
    return true;
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
