import type { RecordKind, RecordKinds } from '../record-kinds.js';
import type { RecordCollections } from '../state.js';
import type { Reading } from './field-type.js';
import { readChanges, readRecord } from './read-record.js';

/**
 * Adds a record that is given as JSON; what is left out is filled in.
 *
 * @param path where the JSON stands, as `scenario.json: items[3]`
 * @throws InvalidArgumentError, its argument the path of the field, for JSON that is no such record, an ID that is taken and a reference to what is not there.
 */
export function addRecord<Kind extends RecordKind>(
  state: RecordCollections,
  kind: Kind,
  json: unknown,
  path: string,
  reading?: Reading,
): RecordKinds[Kind] {
  return state[kind].add(readRecord(kind, json, path, reading), path);
}

/**
 * Changes some fields of a record, given as JSON.
 *
 * @param path where the JSON stands
 * @throws InvalidArgumentError as {@link addRecord} does, and when there is no record of the ID.
 */
export function updateRecord<Kind extends RecordKind>(
  state: RecordCollections,
  kind: Kind,
  id: string,
  json: unknown,
  path: string,
): RecordKinds[Kind] {
  return state[kind].update(id, readChanges(kind, json, path), path);
}
