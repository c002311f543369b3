import type { Item } from '@streamone/core/catalogue';

/** The address of an item's page; it says the account, so that it can be given to others. */
export function itemPlace({ id, account }: Pick<Item, 'id' | 'account'>): string {
  return `/items/${encodeURIComponent(id)}?account=${encodeURIComponent(account.id)}`;
}
