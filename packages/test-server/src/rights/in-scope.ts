import type { RequestScope } from '../answer/request-scope.js';
import type { State } from '../state/state.js';

/** What a record belongs to: an account, a customer, or neither. */
export interface Owner {
  readonly account: string | null;
  readonly customer: string | null;
}

/**
 * Whether a record is within what a request acts in: with accounts, it belongs to one of them, or
 * to the customer of one and to no account; with a customer, it or its account belongs to that;
 * with neither, everything is (the caller's role then holds for everything). Documented for users
 * and customers, inferred for the rest.
 */
export function inScope({ account, customer }: Owner, scope: RequestScope, { accounts }: State): boolean {
  if (scope.accounts.length > 0) {
    return scope.accounts.some((given) => (account === null ? customer === given.customer : account === given.id));
  }
  if (scope.customer === undefined) return true;
  return (account === null ? customer : accounts.get(account)?.customer) === scope.customer.id;
}
