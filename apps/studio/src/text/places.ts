/** An item, as far as its place goes. */
interface Placed {
  readonly id: string;
  readonly account: { readonly id: string | undefined };
}

/** The address of an item's page; it says the account, so that it can be given to others. */
export function itemPlace({ id, account }: Placed): string {
  const place = `/items/${encodeURIComponent(id)}`;
  return account.id === undefined ? place : `${place}?account=${encodeURIComponent(account.id)}`;
}
