import { userViewbasic } from '@streamone/core/catalogue';
import type { RequestScope } from '../../answer/request-scope.js';
import { covers } from '../../rights/covers.js';
import type { User } from '../../state/records.js';
import type { State } from '../../state/state.js';
import { handler } from '../action-handler.js';
import { sorted } from '../order.js';
import { pageOf, readPage } from '../page.js';
import { userInScope } from './find-user.js';

/** With accounts, those who have some role that covers one of them; else as `user/view`. */
function isMeant(user: User, scope: RequestScope, state: State): boolean {
  if (scope.accounts.length === 0) return userInScope(user, scope, state);
  return scope.accounts.some(({ id, customer }) => user.roles.some((role) => covers(role, { account: id, customer })));
}

/** Answers `user/viewbasic`: names for completion, in their order (inferred); with an account the users that have rights in it (documented). */
export const answerUserViewbasic = handler(userViewbasic, ({ arguments: given, scope, state }) => {
  const page = readPage(given, state);
  const sought = given.searchusername?.toLowerCase() ?? '';
  const list = [...state.users].filter(
    (user) => isMeant(user, scope, state) && user.username.toLowerCase().includes(sought),
  );
  return pageOf(
    sorted(list, ({ username }) => username, false),
    page,
    ({ id, username }) => ({ id, username }),
  );
});
