import { userView } from '@streamone/core/catalogue';
import type { User } from '../../state/records.js';
import { handler } from '../action-handler.js';
import { isDescending, readOrderField, sorted } from '../order.js';
import { pageOf, readPage } from '../page.js';
import { userInScope } from './find-user.js';
import { userFilters } from './user-filters.js';
import { userRow } from './user-row.js';

const ORDERS = ['created', 'modified', 'username', 'name', 'email'] as const;

/** A name is ordered by the last, then the first (inferred). */
const keys: Readonly<Record<(typeof ORDERS)[number], (user: User) => number | string>> = {
  created: ({ datecreated }) => datecreated.getTime(),
  modified: ({ datemodified }) => datemodified.getTime(),
  username: ({ username }) => username,
  name: ({ firstname, lastname }) => `${lastname}\u0000${firstname}`,
  email: ({ email }) => email,
};

/**
 * The document spells two filters without the second "i" of "modified"; whether the platform does is
 * not known, so both spellings are taken (inferred).
 */
const spellings = { mindatemodified: 'mindatemodifed', maxdatemodified: 'maxdatemodifed' } as const;

/**
 * Answers `user/view`. With a customer only that customer's users (documented); with accounts those
 * of their customers (inferred).
 */
export const answerUserView = handler(
  userView,
  ({ arguments: given, scope, state, timezone }) => {
    const page = readPage(given, state);
    const order = readOrderField(given.orderfield, ORDERS);
    const filters = userFilters(given);
    const list = [...state.users].filter(
      (user) => userInScope(user, scope, state) && filters.every((filter) => filter(user)),
    );
    const ordered = sorted(list, keys[order], isDescending(given.order));
    return pageOf(ordered, page, (user) => userRow(user, timezone, state));
  },
  spellings,
);
