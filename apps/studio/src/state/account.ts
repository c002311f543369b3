import { signal } from '@preact/signals';
import { client } from '../client.ts';
import { type Account, settings } from '../settings.ts';
import { person } from './session.ts';

/** The accounts that there are to choose from. */
export const accounts = settings.accounts;

/** The account that the studio works in: that of the address, else the first in which the person may read items. */
export const account = signal<Account | undefined>(accountOfAddress());

/** The account that the address names. */
function accountOfAddress(): Account | undefined {
  const named = new URLSearchParams(location.search).get('account');
  return accounts.find(({ id }) => id === named) ?? (accounts.length === 1 ? accounts[0] : undefined);
}

// Another person may have their rights elsewhere.
person.subscribe(() => (account.value = accountOfAddress()));

/** Chooses the account for who has just signed in, where the address names none. */
export async function chooseAccount(): Promise<void> {
  if (account.peek() !== undefined) return;
  const who = person.peek();
  const [first] = accounts;
  account.value = first;
  for (const candidate of accounts) {
    const may = await client.can('item-read', { account: candidate.id }).catch(() => undefined);
    if (person.peek() !== who) return;
    if (may === false) continue;
    if (account.peek() === first) account.value = candidate;
    return;
  }
}
