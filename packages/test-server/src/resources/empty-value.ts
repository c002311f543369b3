import type { DataType } from '@streamone/core';
import { isNullable, typeName } from './type-name.js';

const EMPTY: ReadonlyMap<string, unknown> = new Map<string, unknown>([
  ['String', ''],
  ['Boolean', false],
  ['Integer', 0],
  ['Duration', 0],
  ['String, comma-separated', []],
]);

/** What a field holds when nothing is known for it; `undefined` where its type has no such value, as a date. */
export function emptyValue(type: DataType): unknown {
  if (isNullable(type)) return null;
  if (type.element !== undefined) return [];
  return EMPTY.get(typeName(type)) ?? type.values?.[0];
}
