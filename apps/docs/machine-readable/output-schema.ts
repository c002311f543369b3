import type { DataType, JsonSchema } from '@streamone/core';
import { descriptions } from '@streamone/core/catalogue';
import type { Definitions } from './definitions.ts';
import { scalarOf } from './scalar-types.ts';

const OR_NULL = ' or null';

/** The object of this name; none of its fields is required, since which are always there is not known. */
function objectSchema(name: string, fields: Readonly<Record<string, DataType>>, definitions: Definitions): JsonSchema {
  const told = descriptions.types[name];
  const properties = Object.entries(fields).map(([field, type]) => {
    const { description, evidence } = told?.fields[field] ?? {};
    return [
      field,
      { ...outputSchema(type, definitions), description, ...(evidence && { 'x-streamone-evidence': evidence }) },
    ] as const;
  });
  return { title: name, description: told?.description, type: 'object', properties: Object.fromEntries(properties) };
}

function scalarSchema(type: DataType, definitions: Definitions): JsonSchema {
  const scalar = scalarOf(type);
  if (scalar.inline) return scalar.type.jsonSchema;
  const { schema, description, evidence } = scalar;
  const reference = definitions.refer(schema, () => ({
    title: schema,
    description,
    ...scalar.type.jsonSchema,
    'x-streamone-evidence': evidence,
  }));
  return type.values !== undefined && type.values.length > 0 ? { ...reference, examples: type.values } : reference;
}

/** What a response's value of this type looks like, before a client reads it: dates and durations are still texts. */
export function outputSchema(type: DataType, definitions: Definitions): JsonSchema {
  const { name, element, fields, orNull } = type;
  if (orNull) {
    const { orNull: _, ...rest } = type;
    const value = outputSchema({ ...rest, name: name.slice(0, -OR_NULL.length) }, definitions);
    return typeof value['type'] === 'string'
      ? { ...value, type: [value['type'], 'null'] }
      : { anyOf: [value, { type: 'null' }] };
  }
  if (element !== undefined) return { type: 'array', items: outputSchema(element, definitions) };
  if (fields !== undefined) return definitions.refer(name, () => objectSchema(name, fields, definitions));
  return Object.keys(type.jsonSchema).length === 0 ? {} : scalarSchema(type, definitions);
}
