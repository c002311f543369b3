import { type DataType, dataType, placeMismatches } from './data-type.js';

/** The types of an object's fields, by name. */
export type FieldTypes<T> = { readonly [Name in keyof T]-?: DataType<never, T[Name]> };

/**
 * An object of a response, by the name of its type. Fields that are not declared pass through untouched and a declared one
 * may be missing: responses grow. It can't be an argument.
 */
/* @__NO_SIDE_EFFECTS__ */
export function object<T extends object>(name: string, fields: FieldTypes<T>): DataType<never, T> {
  const entries = Object.entries<DataType>(fields);
  // A field named as what every object has ("constructor") must be the response's own.
  const readers = entries.map(([field, type]) => {
    const { plain, orNull = false } = type;
    return { field, type, plain, orNull, inherited: field in Object.prototype };
  });
  return dataType<never, T>({
    name,
    expected: 'nothing: an object is no argument',
    fields: Object.fromEntries(entries),
    jsonSchema: {
      type: 'object',
      properties: Object.fromEntries(entries.map(([field, type]) => [field, type.jsonSchema])),
    },
    write: () => undefined,
    read: (wire, reading) => {
      if (typeof wire !== 'object' || wire === null || Array.isArray(wire)) return undefined;
      const given = wire as Record<string, unknown>;
      const out = reading.own === true ? given : { ...given };
      for (const { field, type, plain, orNull, inherited } of readers) {
        const value = inherited && !Object.hasOwn(out, field) ? undefined : out[field];
        if (typeof value === plain || value === undefined || (orNull && value === null)) continue;
        const before = reading.mismatches.length;
        const decoded = type.read(value, reading);
        // Most fields are as they came, and storing under a name that varies is what costs here.
        if (decoded !== value) out[field] = decoded;
        if (reading.mismatches.length > before) placeMismatches(reading, before, field);
      }
      return out as T;
    },
  });
}
