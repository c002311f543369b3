import type { DataType } from '@streamone/core';
import { actions } from './actions.ts';

function collect(type: DataType, found: Map<string, DataType>): void {
  const { element, fields, orNull, name } = type;
  if (element !== undefined) collect(element, found);
  if (fields === undefined) return;
  if (!orNull && !found.has(name)) found.set(name, type);
  for (const field of Object.values(fields)) collect(field, found);
}

function collectAll(): ReadonlyMap<string, DataType> {
  const found = new Map<string, DataType>();
  for (const [, { output }] of actions) collect(output, found);
  return found;
}

/** Every object of responses by the name of its type, as `Item`. */
export const objectTypes: ReadonlyMap<string, DataType> = collectAll();
