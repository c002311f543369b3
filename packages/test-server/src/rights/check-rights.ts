import { Status } from '@streamone/core';
import type { Action } from '@streamone/core/catalogue';
import type { Caller } from '../answer/authenticate.js';
import { Refusal } from '../answer/refusal.js';
import type { RequestScope } from '../answer/request-scope.js';
import type { State } from '../state/state.js';
import { checkActor } from './check-actor.js';
import { explainMissingToken } from './explain-missing-token.js';
import { holdsToken } from './holds-token.js';
import { tokenOf } from './token-of.js';

/**
 * Checks that the caller may do this: that the action is for this kind of actor, and that a role
 * that covers each account (or the customer, or neither) holds the token.
 *
 * @throws Refusal with 4, naming the token and the accounts.
 */
export function checkRights(action: Action, caller: Caller, scope: RequestScope, state: State): void {
  checkActor(action, caller);
  const token = tokenOf(action);
  if (token === undefined) return;
  const refuse = (accounts: readonly string[]): never => {
    throw new Refusal(Status.ACCESS_DENIED, explainMissingToken({ token, caller, scope, accounts }, state));
  };
  if (scope.accounts.length === 0) {
    if (!holdsToken(caller.record, token, { customer: scope.customer?.id }, state)) refuse([]);
    return;
  }
  const missing = scope.accounts.filter(
    ({ id, customer }) => !holdsToken(caller.record, token, { account: id, customer }, state),
  );
  if (missing.length > 0) refuse(missing.map(({ id }) => id));
}
