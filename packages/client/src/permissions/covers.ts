import type { RoleAssignment } from '@streamone/core/catalogue';

/** Where a question of rights is asked: in an account, for a customer, or for everything. */
export interface RightsScope {
  readonly account?: string | undefined;
  readonly customer?: string | undefined;
}

/** Whether something is there; a server may write null for nothing. */
export function isGiven(value: unknown): boolean {
  return value !== undefined && value !== null;
}

/**
 * Whether a role that somebody holds covers an account or a customer: it is held for everything, or
 * for that customer, or for that account. Source: protocol, observed.
 */
export function covers({ account, customer }: RoleAssignment, scope: RightsScope): boolean {
  // An account or a customer without an ID covers nothing, rather than everything.
  if (isGiven(account)) return account?.id !== undefined && account.id === scope.account;
  if (isGiven(customer)) return customer?.id !== undefined && customer.id === scope.customer;
  return true;
}
