import type { RoleAssignment } from '@streamone/core/catalogue';

/** Where a question of rights is asked: in an account, for a customer, or for everything. */
export interface RightsScope {
  readonly account?: string | undefined;
  readonly customer?: string | undefined;
}

/**
 * Whether a role that somebody holds covers an account or a customer: it is held for everything, or
 * for that customer, or for that account. Source: protocol, observed.
 */
export function covers({ account, customer }: RoleAssignment, scope: RightsScope): boolean {
  if (account === undefined && customer === undefined) return true;
  if (account === undefined) return customer?.id === scope.customer;
  return account.id === scope.account;
}
