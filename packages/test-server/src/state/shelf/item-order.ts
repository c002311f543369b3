import type { Item } from '../media-records.js';

/** What items can be ordered by. */
export type ItemOrder = 'created' | 'modified' | 'aired' | 'title';

/** What an item is put in order by. A missing date comes first, as in MySQL (inferred). */
export const orderKeys: Readonly<Record<ItemOrder, (item: Item) => number | string>> = {
  created: ({ datecreated }) => datecreated.getTime(),
  modified: ({ datemodified }) => datemodified.getTime(),
  aired: ({ dateaired }) => dateaired?.getTime() ?? Number.NEGATIVE_INFINITY,
  title: ({ title }) => title,
};

/** Compares two items by an order; equal ones by ID, so that pages never overlap. */
export function compareItems(order: ItemOrder, a: Item, b: Item): number {
  const key = orderKeys[order];
  const [left, right] = [key(a), key(b)];
  if (left !== right) return left < right ? -1 : 1;
  if (a.id === b.id) return 0;
  return a.id < b.id ? -1 : 1;
}
