import type { ResourceCall } from '../resources/resource-options.js';
import { draw } from './draw.js';
import type { Reference } from './row-source.js';

/**
 * What the fields `account`, `customer` and `user` of a generated row name: where the request acts, and
 * who asks; of several accounts the one that falls to the row.
 */
export function knownReferences(
  { scope, caller, state }: ResourceCall,
  seed: number,
  id: string | number,
): (field: string) => Reference | undefined {
  return (field) => {
    if (field === 'user' && caller.type !== 'application') {
      return { id: caller.record.id, username: caller.record.username };
    }
    const at = draw(seed, 'account', String(id)).integer(0, Math.max(0, scope.accounts.length - 1));
    const account = scope.accounts[at];
    if (field === 'account' && account !== undefined) return { id: account.id, name: account.name };
    const customer = scope.customer ?? state.customers.get(account?.customer ?? '');
    if (field === 'customer' && customer !== undefined) return { id: customer.id, name: customer.name };
    return undefined;
  };
}
