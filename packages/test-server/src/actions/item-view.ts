import { Status } from '@streamone/core';
import { itemView } from '@streamone/core/catalogue';
import { Refusal } from '../answer/refusal.js';
import type { ItemOrder } from '../state/item-shelf.js';
import type { Item } from '../state/records.js';
import { handler } from './action-handler.js';
import { type ItemFilter, itemFilters } from './item-filters.js';
import { itemRow, itemRowWithFiles } from './item-row.js';
import { type Page, readPage } from './page.js';

// `created` and `aired` are observed; `modified` and `title` by the habit of the other actions (inferred).
const ORDERS: ReadonlySet<string> = new Set(['created', 'modified', 'aired', 'title'] satisfies ItemOrder[]);

function readOrder(given: string): ItemOrder {
  if (ORDERS.has(given)) return given as ItemOrder;
  throw new Refusal(Status.INPUT_ERROR, {
    summary: `item/view can't order by "${given}".`,
    argument: 'orderfield',
    expected: [...ORDERS].join(', '),
    received: given,
  });
}

function isDescending(order: string): boolean {
  if (order === 'asc' || order === 'desc') return order === 'desc';
  throw new Refusal(Status.INPUT_ERROR, {
    summary: 'The argument "order" is asc or desc.',
    argument: 'order',
    expected: 'asc or desc',
    received: order,
  });
}

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
  const order = readOrder(given.orderfield ?? 'created');
  const descending = isDescending(given.order ?? 'asc');
  const accounts = scope.accounts.map(({ id }) => id);
  const { rows, count } = select(state.shelf.ordered(accounts, order), itemFilters(given), descending, page);
  const write = given.showfiles === true ? itemRowWithFiles : itemRow;
  return { body: rows.map((item) => write(item, timezone, state)), count };
});
