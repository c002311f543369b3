import type { DataType } from '@streamone/core';

const OR_NULL = ' or null';

/** Whether a field of the type may be null. Its name alone does not tell: a list of what may be null ends alike. */
export function isNullable({ jsonSchema }: DataType): boolean {
  const { anyOf } = jsonSchema;
  return Array.isArray(anyOf) && anyOf.some((each: unknown) => (each as { type?: unknown } | null)?.type === 'null');
}

/** The name of a type in the API's documents, as `Hash`, whether it may be null or not. */
export function typeName(type: DataType): string {
  return isNullable(type) && type.name.endsWith(OR_NULL) ? type.name.slice(0, -OR_NULL.length) : type.name;
}
