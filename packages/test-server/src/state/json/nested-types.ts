import type { FieldType, FieldTypes } from './field-type.js';
import { isObject } from './is-object.js';
import { type ObjectShape, objectSchema } from './object-schema.js';
import { readFields } from './read-fields.js';
import { refuse } from './refuse.js';
import { writeFields } from './write-fields.js';

/** Another type, or null. */
export function orNull<T>(type: FieldType<T>): FieldType<T | null> {
  return {
    schema: { anyOf: [type.schema, { type: 'null' }] },
    secret: type.secret ?? false,
    read: (json, path, reading) => (json === null ? null : type.read(json, path, reading)),
    write: (value) => (value === null ? null : type.write(value)),
  };
}

/** A list of another type. */
export function listOf<T>(type: FieldType<T>): FieldType<readonly T[]> {
  return {
    schema: { type: 'array', items: type.schema },
    read: (given, path, reading) => {
      if (!Array.isArray(given)) return refuse(path, { expected: 'a list', given });
      return given.map((element: unknown, at) => type.read(element, `${path}[${at}]`, reading));
    },
    write: (value) => value.map((element) => type.write(element)),
  };
}

/** An object of other types. */
export function objectOf<T extends object>(
  types: FieldTypes<T>,
  required: ObjectShape['required'],
  secret = false,
): FieldType<T> {
  const shape = { types, required };
  // Each field was read by its type, so that the required ones make it whole.
  const isWhole = (fields: object): fields is T => required.every((name) => Object.hasOwn(fields, name));
  return {
    schema: objectSchema(shape),
    secret,
    read: (json, path, reading) => {
      const fields: object = readFields(shape, json, path, { ...reading, secret });
      if (isWhole(fields)) return fields;
      return refuse(path, { expected: `an object with ${required.join(', ')}`, given: json, secret });
    },
    write: (value) => writeFields(types, value),
  };
}

/** Texts by names that are free. */
export function textsByName(secret = false): FieldType<Readonly<Record<string, string>>> {
  return {
    schema: { type: 'object', additionalProperties: { type: 'string' } },
    secret,
    read: (given, path) => {
      if (!isObject(given)) return refuse(path, { expected: 'an object of texts', given });
      const read = Object.entries(given).map(([name, value]): [string, string] => {
        if (typeof value === 'string') return [name, value];
        return refuse(`${path}.${name}`, { expected: 'a text', given: value, secret });
      });
      return Object.fromEntries(read);
    },
    write: (value) => ({ ...value }),
  };
}
