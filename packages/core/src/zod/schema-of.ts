import * as z from 'zod/mini';
import { InvalidArgumentError } from '../errors/invalid-argument-error.js';
import type { DataType } from '../types/data-type.js';

const schemas = new WeakMap<DataType, z.ZodMiniType>();

function accepts(type: DataType, value: unknown): boolean {
  try {
    type.encode(value);
    return true;
  } catch (error) {
    if (error instanceof InvalidArgumentError) return false;
    throw error;
  }
}

/**
 * What an argument of a data type may be, as a zod schema: for forms, and for schemas of one's own. It
 * takes exactly what the type's `encode` takes, and passes it on as it is.
 */
export function schemaOf<Input>(type: DataType<Input, unknown>): z.ZodMiniType<Input> {
  // The type of an argument does not matter for checking it: whatever is given is checked.
  const key = type as DataType;
  let schema = schemas.get(key);
  if (schema === undefined) {
    schema = z.custom((value) => accepts(key, value), { error: `expected ${type.expected}` });
    schemas.set(key, schema);
  }
  return schema as z.ZodMiniType<Input>;
}
