import type { Item } from '../media-records.js';
import { type ItemOrder, orderKeys } from './item-order.js';

/** The slots of items in an order; free ones are left out. */
export function sortedSlots(items: readonly (Item | undefined)[], order: ItemOrder): number[] {
  const key = orderKeys[order];
  // Read once: a date is asked for its time far slower than a number is compared.
  const keys = items.map((item) => (item === undefined ? '' : key(item)));
  const ids = items.map((item) => item?.id ?? '');
  const slots = [...items.keys()].filter((slot) => items[slot] !== undefined);
  return slots.sort((a, b) => {
    const [left = '', right = ''] = [keys[a], keys[b]];
    if (left !== right) return left < right ? -1 : 1;
    return (ids[a] ?? '') < (ids[b] ?? '') ? -1 : 1;
  });
}
