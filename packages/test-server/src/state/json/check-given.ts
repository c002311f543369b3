import { nearestName } from '@streamone/core';
import type { FieldType } from './field-type.js';
import { isObject } from './is-object.js';
import type { ObjectShape } from './object-schema.js';
import { refuse } from './refuse.js';

function asJson(type: FieldType<unknown>, value: unknown, path: string): unknown {
  try {
    return type.write(value);
  } catch {
    // Only what is of another type can't be written, as a text where there is to be a date.
    const { secret } = type;
    return refuse(path, { expected: 'what the types say of it', given: value, secret });
  }
}

function refuseName(given: string, names: readonly string[], path: string): never {
  const nearest = nearestName(given, names);
  const advice = nearest === undefined ? undefined : `Did you mean "${nearest}"?`;
  return refuse(`${path}.${given}`, { expected: `one of the fields ${names.join(', ')}`, given, advice });
}

/**
 * Checks the fields of a record that are given in process as those in JSON are: their names, and that each is of
 * its type. Types say so as well, and not everybody has types.
 *
 * @param path what errors call the record, as `items`
 * @throws InvalidArgumentError, its argument the path of the field.
 */
export function checkGiven({ types, required }: ObjectShape, given: unknown, path: string): void {
  if (!isObject(given)) return refuse(path, { expected: 'an object', given });
  for (const [name, value] of Object.entries(given)) {
    const type = Object.hasOwn(types, name) ? types[name] : undefined;
    if (type === undefined) return refuseName(name, Object.keys(types), path);
    if (value !== undefined) type.read(asJson(type, value, `${path}.${name}`), `${path}.${name}`, {});
  }
  for (const name of required) {
    if (!Object.hasOwn(given, name)) types[name]?.read(undefined, `${path}.${name}`, {});
  }
}
