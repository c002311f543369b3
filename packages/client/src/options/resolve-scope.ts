import { InvalidArgumentError } from '@streamone/core';
import type { ScopeOptions } from './client-options.js';

/**
 * The scope that some options give: `undefined` when they don't speak of it, an empty one when they clear it.
 *
 * @throws InvalidArgumentError when more than one of account, accounts and customer is given.
 */
export function resolveScope(options: ScopeOptions): ScopeOptions | undefined {
  if (!('account' in options || 'accounts' in options || 'customer' in options)) return undefined;
  const { account, accounts, customer } = options;
  const given = { account, accounts, customer };
  const names = Object.entries(given).flatMap(([name, value]) => (value === undefined ? [] : [name]));
  if (names.length > 1) {
    const expected = 'at most one of account, accounts and customer';
    throw new InvalidArgumentError({ expected, given: names.join(' and ') });
  }
  // A copy, so that a client does not change when the list does.
  return Object.freeze(Array.isArray(accounts) ? { accounts: Object.freeze([...(accounts as string[])]) } : given);
}
