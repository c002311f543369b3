import type { RoleAssignment } from '@streamone/core/catalogue';

/** What a role is held for, for people: everything, one customer, or one account. */
export function placeOf({ account, customer }: Pick<RoleAssignment, 'account' | 'customer'>): string {
  if (account) return `account ${account.name} ${account.id}`;
  if (customer) return `customer ${customer.name} ${customer.id}`;
  return 'everything';
}
