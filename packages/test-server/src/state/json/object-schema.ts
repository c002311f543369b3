import type { FieldType, JsonSchema } from './field-type.js';

/** The fields of an object, and those that must be there. */
export interface ObjectShape {
  readonly types: Readonly<Record<string, FieldType<unknown>>>;
  readonly required: readonly string[];
}

/** The JSON Schema of an object. */
export function objectSchema({ types, required }: ObjectShape): JsonSchema {
  return {
    type: 'object',
    properties: Object.fromEntries(Object.entries(types).map(([name, { schema }]) => [name, schema])),
    ...(required.length > 0 && { required }),
    additionalProperties: false,
  };
}
