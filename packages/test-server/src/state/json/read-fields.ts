import { nearestName } from '@streamone/core';
import type { Reading } from './field-type.js';
import { isObject } from './is-object.js';
import type { ObjectShape } from './object-schema.js';
import { refuse } from './refuse.js';

/** What {@link readFields} may be told. */
export interface FieldsReading extends Reading {
  /** Whether no error may show what was given. */
  readonly secret?: boolean;
  /** What stands between the path of the object and the name of a field: a dot unless given. */
  readonly separator?: string;
}

/**
 * Reads the fields of an object of JSON, those that are there and those that must be.
 *
 * @param path where the object stands, for errors
 * @throws InvalidArgumentError for a field that is missing, has another form, or is not known.
 */
export function readFields(
  { types, required }: ObjectShape,
  json: unknown,
  path: string,
  { secret, separator = '.', ...reading }: FieldsReading = {},
): Record<string, unknown> {
  if (!isObject(json)) return refuse(path, { expected: 'an object', given: json, secret });
  const names = Object.keys(types);
  for (const given of Object.keys(json)) {
    if (Object.hasOwn(types, given)) continue;
    const nearest = nearestName(given, names);
    const advice = nearest === undefined ? undefined : `Did you mean "${nearest}"?`;
    refuse(`${path}${separator}${given}`, { expected: `one of the fields ${names.join(', ')}`, given, advice });
  }
  const fields: Record<string, unknown> = {};
  for (const [name, type] of Object.entries(types)) {
    if (!required.includes(name) && !Object.hasOwn(json, name)) continue;
    fields[name] = type.read(json[name], `${path}${separator}${name}`, reading);
  }
  return fields;
}
