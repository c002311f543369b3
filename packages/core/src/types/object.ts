import { type DataType, dataType, placeMismatches } from './data-type.js';

/** The types of an object's fields, by name. */
export type FieldTypes<T> = { readonly [Name in keyof T]-?: DataType<never, T[Name]> };

/**
 * An object of a response, by the name of its type. Fields that are not declared pass through untouched and a declared one
 * may be missing: responses grow. It can't be an argument.
 */
export function object<T extends object>(name: string, fields: FieldTypes<T>): DataType<never, T> {
  const entries = Object.entries<DataType>(fields);
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
      const out: Record<string, unknown> = { ...wire };
      for (const [field, type] of entries) {
        const value = Object.hasOwn(out, field) ? out[field] : undefined;
        if (value === undefined) continue;
        const before = reading.mismatches.length;
        out[field] = type.read(value, reading);
        if (reading.mismatches.length > before) placeMismatches(reading, before, field);
      }
      return out as T;
    },
  });
}
