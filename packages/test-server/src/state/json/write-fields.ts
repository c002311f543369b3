import type { FieldType, Json } from './field-type.js';

/** Writes the fields of an object as JSON; what is undefined is left out. */
export function writeFields(
  types: Readonly<Record<string, FieldType<unknown>>>,
  value: object,
): { readonly [name: string]: Json } {
  const written: Record<string, Json> = {};
  for (const [name, field] of Object.entries<unknown>({ ...value })) {
    const type = types[name];
    if (field !== undefined && type !== undefined) written[name] = type.write(field);
  }
  return written;
}
