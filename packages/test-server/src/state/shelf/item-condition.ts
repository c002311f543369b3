import type { ColumnName, ItemColumns } from './item-columns.js';

/** What an item must be like to belong into a list, told of one column. */
export interface ItemCondition<Name extends ColumnName = ColumnName> {
  readonly column: Name;
  passes(value: ItemColumns[Name]): boolean;
}

/** Makes a condition; the column decides on the type of what is looked at. */
export function condition<Name extends ColumnName>(
  column: Name,
  passes: (value: ItemColumns[Name]) => boolean,
): ItemCondition {
  return { column, passes };
}
