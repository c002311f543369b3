import type { RoleAssignment } from '../state/records.js';

/** What a request acts in: one account with its customer, a customer, or nothing. */
export interface Scope {
  /** ID of the account, if any. */
  readonly account?: string | undefined;
  /** ID of the customer: the one given, or the account's. */
  readonly customer?: string | undefined;
}

/**
 * Whether a role covers a scope: one for everything does; one for a customer covers it and its
 * accounts; one for an account covers that. Source: protocol, observed.
 */
export function covers(assignment: RoleAssignment, scope: Scope): boolean {
  if (assignment.account !== undefined) return assignment.account === scope.account;
  return assignment.customer === undefined || assignment.customer === scope.customer;
}
