import type { Item } from '../media-records.js';
import { type ColumnName, type ItemColumns, readColumn } from './item-columns.js';

/** One value of each item, by slot. */
export interface ItemColumn<Name extends ColumnName = ColumnName> {
  readonly values: readonly (ItemColumns[Name] | undefined)[];
  /** Takes the value of an item that was put into a slot. */
  write(slot: number, item: Item): void;
}

/** Makes a column of the items that there are. */
export function createColumn<Name extends ColumnName>(
  name: Name,
  items: readonly (Item | undefined)[],
): ItemColumn<Name> {
  const read = readColumn[name];
  const values = items.map((item) => (item === undefined ? undefined : read(item)));
  return {
    values,
    write(slot, item) {
      values[slot] = read(item);
    },
  };
}
