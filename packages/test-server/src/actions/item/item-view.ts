import { itemView } from '@streamone/core/catalogue';
import type { ItemOrder } from '../../state/item-shelf.js';
import type { Item } from '../../state/media-records.js';
import { handler } from '../action-handler.js';
import { isDescending, readOrderField } from '../order.js';
import { type Page, readPage } from '../page.js';
import { type ItemFilter, itemFilters } from './item-filters.js';
import { itemRow, itemRowWithFiles } from './item-row.js';

// `created` and `aired` are observed; `modified` and `title` by the habit of the other actions (inferred).
const ORDERS = ['created', 'modified', 'aired', 'title'] as const satisfies ItemOrder[];

function passes(item: Item, filters: readonly ItemFilter[]): boolean {
  for (const filter of filters) if (!filter(item)) return false;
  return true;
}

function select(list: readonly Item[], filters: readonly ItemFilter[], descending: boolean, { limit, offset }: Page) {
  const rows: Item[] = [];
  let count = 0;
  const { length } = list;
  for (let at = 0; at < length; at++) {
    const item = list[descending ? length - 1 - at : at];
    if (item === undefined || !passes(item, filters)) continue;
    if (count >= offset && rows.length < limit) rows.push(item);
    count++;
  }
  return { rows, count };
}

/**
 * Answers `item/view`: the items of the accounts that pass every filter, in order, a page of them,
 * and how many there are in all. Ordered by `created` unless asked otherwise, and not to be kept by
 * clients (both inferred).
 */
export const answerItemView = handler(itemView, ({ arguments: given, scope, state, timezone }) => {
  const page = readPage(given, state);
  const order = readOrderField(given.orderfield, ORDERS);
  const descending = isDescending(given.order);
  const accounts = scope.accounts.map(({ id }) => id);
  const { rows, count } = select(state.shelf.ordered(accounts, order), itemFilters(given), descending, page);
  const write = given.showfiles === true ? itemRowWithFiles : itemRow;
  return { body: rows.map((item) => write(item, timezone, state)), count };
});
