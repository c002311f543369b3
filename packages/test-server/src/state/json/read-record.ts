import type { NewRecords, RecordKind } from '../record-kinds.js';
import type { Reading } from './field-type.js';
import { readFields } from './read-fields.js';
import { recordTypes } from './record-types.js';

/** Whether fields, each read by the type of its name, are a record to be added: they are once the required ones are there. */
function isNew<Kind extends RecordKind>(fields: object, kind: Kind): fields is NewRecords[Kind] {
  return recordTypes[kind].required.every((name) => Object.hasOwn(fields, name));
}

/** Whether fields, each read by the type of its name, are changes to a record: they are, without an ID. */
function areChanges<Kind extends RecordKind>(fields: object): fields is Partial<Omit<NewRecords[Kind], 'id'>> {
  return !Object.hasOwn(fields, 'id');
}

/**
 * Reads a record from JSON, with its dates as ISO texts. What is left out is filled in when it is added.
 *
 * @param path where the JSON stands, as `scenario.json: items[3]`
 * @throws InvalidArgumentError, its argument the path of the field, for what is missing, unknown or of another form.
 */
export function readRecord<Kind extends RecordKind>(
  kind: Kind,
  json: unknown,
  path: string,
  reading: Reading = {},
): NewRecords[Kind] {
  const fields: object = readFields(recordTypes[kind], json, path, reading);
  if (isNew(fields, kind)) return fields;
  throw new Error(`a required field of ${kind} has no type`);
}

/**
 * Reads changes to a record from JSON: some of its fields, not its ID.
 *
 * @param path where the JSON stands
 * @throws InvalidArgumentError, its argument the path of the field, for what is unknown or of another form.
 */
export function readChanges<Kind extends RecordKind>(
  kind: Kind,
  json: unknown,
  path: string,
  reading: Reading = {},
): Partial<Omit<NewRecords[Kind], 'id'>> {
  const { id: _, ...types } = recordTypes[kind].types;
  const fields: object = readFields({ types, required: [] }, json, path, reading);
  if (areChanges<Kind>(fields)) return fields;
  throw new Error(`the ID is a change to ${kind}`);
}
