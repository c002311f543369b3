import { Status } from '@streamone/core';
import type { Action } from '@streamone/core/catalogue';
import type { Caller } from '../answer/authenticate.js';
import { Refusal } from '../answer/refusal.js';
import type { RequestScope } from '../answer/request-scope.js';
import type { State } from '../state/state.js';
import type { Scope } from './covers.js';
import { holdsToken } from './holds-token.js';
import { tokenOf } from './token-of.js';

function refuseToken(token: string, { accounts }: RequestScope, missing: readonly string[], caller: Caller): never {
  const where = accounts.length === 0 ? 'outside of any account' : `in account ${missing.join(', ')}`;
  throw new Refusal(Status.ACCESS_DENIED, {
    summary: `The ${caller.type} "${caller.record.id}" has no role with the token "${token}" ${where}.`,
    token,
    ...(missing.length > 0 && { accounts: missing }),
  });
}

/**
 * Checks that the caller may do this: that the action is for this kind of actor, and that a role
 * that covers each account (or the customer, or neither) holds the token.
 *
 * @throws Refusal with 4, naming the token and the accounts. That the kind of actor is checked with this status is inferred.
 */
export function checkRights(action: Action, caller: Caller, scope: RequestScope, state: State): void {
  if (!action.actors.includes(caller.type)) {
    throw new Refusal(Status.ACCESS_DENIED, {
      summary: `${action.command}/${action.action} is not for ${caller.type === 'user' ? 'a user' : 'an application'}.`,
      expected: action.actors.join(' or '),
      received: caller.type,
    });
  }
  const token = tokenOf(action);
  if (token === undefined) return;
  const held = (where: Scope): boolean => holdsToken(caller.record, token, where, state);
  if (scope.accounts.length === 0) {
    if (!held({ customer: scope.customer?.id })) refuseToken(token, scope, [], caller);
    return;
  }
  for (const { id, customer } of scope.accounts) {
    if (held({ account: id, customer })) continue;
    const missing = scope.accounts.filter((account) => !held({ account: account.id, customer: account.customer }));
    refuseToken(
      token,
      scope,
      missing.map((account) => account.id),
      caller,
    );
  }
}
