import { itemView } from '@streamone/core/catalogue';
import type { ItemOrder } from '../../state/shelf/item-order.js';
import { handler } from '../action-handler.js';
import { isDescending, readOrderField } from '../order.js';
import { readPage } from '../page.js';
import { itemFilters } from './item-filters.js';
import { itemRow, itemRowWithFiles } from './item-row.js';

// `created` and `aired` are observed; `modified` and `title` by the habit of the other actions (inferred).
const ORDERS = ['created', 'modified', 'aired', 'title'] as const satisfies ItemOrder[];

/**
 * Answers `item/view`: the items of the accounts that pass every filter, in order, a page of them,
 * and how many there are in all. Ordered by `created` unless asked otherwise, and not to be kept by
 * clients (both inferred).
 */
export const answerItemView = handler(itemView, ({ arguments: given, scope, state, place, timezone }) => {
  const { rows, count } = state.shelf.select({
    accounts: [...new Set(scope.accounts.map(({ id }) => id))],
    conditions: itemFilters(given),
    ...readPage(given, state),
    order: readOrderField(given.orderfield, ORDERS),
    descending: isDescending(given.order),
  });
  const write = given.showfiles === true ? itemRowWithFiles : itemRow;
  return { body: rows.map((item) => write(item, timezone, { state, place })), count };
});
