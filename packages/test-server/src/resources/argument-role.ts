import type { DataType } from '@streamone/core';
import { typeName } from './type-name.js';

/** The fields of a row, by name. */
export type Fields = Readonly<Record<string, DataType>>;

/** What an argument means for a row: it names it, bounds or equals one of its fields, or is about the list. */
export type ArgumentRole =
  | { readonly kind: 'id' | 'list' | 'other' }
  | { readonly kind: 'equals' | 'contains' | 'min' | 'max'; readonly field: string };

const LIST: ReadonlySet<string> = new Set(['limit', 'offset', 'orderfield', 'order']);
const PREFIXES = [
  ['search', 'contains'],
  ['min', 'min'],
  ['max', 'max'],
] as const;

/** The type of a field, by a name that may be anybody's. */
export function fieldType(fields: Fields, name: string): DataType | undefined {
  return Object.hasOwn(fields, name) ? fields[name] : undefined;
}

/** The field that an argument is named after: its own name, or as `isactive` of `application/edit` (documented) for `active`. */
export function namedField(name: string, fields: Fields): string | undefined {
  if (Object.hasOwn(fields, name)) return name;
  const flag = name.startsWith('is') ? name.slice(2) : '';
  const type = fieldType(fields, flag);
  return type !== undefined && typeName(type) === 'Boolean' ? flag : undefined;
}

/**
 * What an argument of a list means, by the habit of the API: the command's own name is an ID, a plain
 * name is a field, `search…` is contained in one, `min…` and `max…` are its bounds (documented).
 */
export function argumentRole(name: string, command: string, fields: Fields): ArgumentRole {
  if (name === command || name === 'id') return { kind: 'id' };
  if (LIST.has(name)) return { kind: 'list' };
  const named = namedField(name, fields);
  if (named !== undefined) return { kind: 'equals', field: named };
  for (const [prefix, kind] of PREFIXES) {
    const field = name.slice(prefix.length);
    if (name.startsWith(prefix) && Object.hasOwn(fields, field)) return { kind, field };
  }
  return { kind: 'other' };
}
