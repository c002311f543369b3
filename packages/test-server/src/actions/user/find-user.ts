import { Status } from '@streamone/core';
import type { RequestScope } from '../../answer/request-scope.js';
import { inScope } from '../../rights/in-scope.js';
import type { User } from '../../state/records.js';
import type { State } from '../../state/state.js';
import { findRecord } from '../find-record.js';

/** Whether a user is one of the customers that the request acts in. */
export function userInScope({ customer }: User, scope: RequestScope, state: State): boolean {
  return inScope({ account: null, customer }, scope, state);
}

/** Finds the user that an argument names. @throws Refusal with 310 for one who is unknown or out of reach (inferred). */
export function findUser(id: string | null | undefined, scope: RequestScope, state: State): User {
  const fits = (user: User): boolean => userInScope(user, scope, state);
  return findRecord(state.users, { argument: 'user', id, status: Status.USER_NOT_FOUND, fits });
}
