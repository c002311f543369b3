import type { DataType } from '@streamone/core';
import type { Action } from '@streamone/core/catalogue';
import type { Fields } from './argument-role.js';
import { isNullable, typeName } from './type-name.js';

const NOT_KNOWN = 'not known';

/** Whether nothing is declared of a type. */
export function isOpen(type: DataType): boolean {
  return typeName(type) === NOT_KNOWN;
}

/** The fields of the row in an output, alone or in a list; `undefined` where nothing is declared of it. */
export function rowFields(output: DataType | undefined): Fields | undefined {
  return (output?.element ?? output)?.fields;
}

/** Whether an action answers a list. One whose output is open does where it is paged, or called `view` (inferred). */
export function isList({ output, paged, action }: Action): boolean {
  return output.element !== undefined || (isOpen(output) && (paged || action === 'view'));
}

/** The body of a write, by what its output is declared as: rows, a row, an ID, a yes; null for the rest. */
export function writtenBody(
  output: DataType,
  ids: readonly string[],
  row: (id: string) => unknown,
  deleted: boolean,
): unknown {
  if (deleted && (isNullable(output) || isOpen(output))) return null;
  const [first = ''] = ids;
  const { element } = output;
  if (element !== undefined) return ids.map((id) => (typeName(element) === 'Hash' ? id : row(id)));
  if (output.fields !== undefined || isOpen(output)) return row(first);
  if (typeName(output) === 'Boolean') return true;
  return typeName(output) === 'Hash' || typeName(output) === 'String' ? first : null;
}
