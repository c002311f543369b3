import { type DataType, InvalidArgumentError, isStreamOneError, readWallClock } from '@streamone/core';
import type { Making } from '../state/complete/making.js';
import { emptyValue } from './empty-value.js';
import type { NewOwnRecord, OwnRecord } from './own-record.js';
import type { ResourceModel } from './resource-model.js';
import { typeName } from './type-name.js';
import { wireValue } from './wire-value.js';

/** Where the ID and the dates of a new record come from. */
export type NewRecordSource = Pick<Making, 'newId' | 'now'>;

/** Takes a date as text too, as JSON has it: a wall clock in UTC, or ISO 8601. */
function taken(type: DataType, value: unknown): unknown {
  if (typeof value !== 'string' || typeName(type) !== 'DateTime') return value;
  const date = readWallClock(value, 'UTC') ?? new Date(value);
  return Number.isNaN(date.getTime()) ? value : date;
}

function checkField(place: string, type: DataType, value: unknown): void {
  try {
    type.decode(wireValue(type, value, 'UTC'), { timezone: 'UTC' });
  } catch (error) {
    if (!isStreamOneError(error)) throw error;
    throw new InvalidArgumentError({ argument: place, expected: type.name, given: value });
  }
}

/**
 * Fills in what is left out of a record: an ID from the seed, the dates `datecreated` and `datemodified`,
 * the resource's defaults, and empty values.
 *
 * @throws InvalidArgumentError for a field that contradicts its declared type.
 */
export function completeRecord(model: ResourceModel, given: NewOwnRecord, making: NewRecordSource): OwnRecord {
  const { command, fields, options } = model;
  const { id = making.newId(), account = null } = given;
  const now = making.now();
  const record: Record<string, unknown> = { id };
  for (const [name, type] of Object.entries(fields)) {
    if (name === 'id' || name === 'account') continue;
    const value = given[name] === undefined ? options.defaults?.[name] : given[name];
    if (value !== undefined && value !== null) {
      record[name] = taken(type, value);
      checkField(`${command}.${name}`, type, record[name]);
      continue;
    }
    const dated = name === 'datecreated' || name === 'datemodified';
    const empty = dated && typeName(type) === 'DateTime' ? now : emptyValue(type);
    if (empty !== undefined) record[name] = empty;
  }
  const undeclared = { ...options.defaults, ...given };
  for (const [name, value] of Object.entries(undeclared)) {
    if (value !== undefined && !Object.hasOwn(fields, name)) record[name] = value;
  }
  return { ...record, id, account };
}
