import type { ScopeOptions } from '@streamone/client';
import { GatewayRefusal } from './gateway-refusal.js';
import { type Members, badRequest } from './read-json.js';
import type { ResolvedGatewayOptions } from './resolve-gateway-options.js';

type Scoped = Pick<ResolvedGatewayOptions, 'client' | 'accounts'>;

const outside = (): GatewayRefusal =>
  new GatewayRefusal('out-of-scope', { message: 'The gateway does not act in that account, or for that customer.' });

function checkAccounts(given: readonly unknown[], { client, accounts }: Scoped): void {
  const { account, accounts: several = [] } = client.options;
  for (const id of given) {
    if (typeof id !== 'string') throw badRequest('An account is no text.');
    if (id !== account && !several.includes(id) && !accounts.has(id)) throw outside();
  }
}

/**
 * The scope of a call: what the page names, where that is within the gateway's; nothing, for the client's own.
 *
 * @throws GatewayRefusal for an account or a customer that is not the client's and not listed.
 */
export function checkScope(given: Members, options: Scoped): ScopeOptions {
  const { account, accounts, customer } = given;
  const named = [account, accounts, customer].filter((value) => value !== undefined);
  if (named.length === 0) return {};
  if (named.length > 1) throw badRequest('At most one of account, accounts and customer may be given.');
  if (customer !== undefined) {
    if (typeof customer !== 'string') throw badRequest('customer is no text.');
    if (customer !== options.client.options.customer) throw outside();
    return { customer };
  }
  const list: unknown = accounts ?? [account];
  if (!Array.isArray(list) || list.length === 0) throw badRequest('accounts is no list of at least one account.');
  checkAccounts(list, options);
  return accounts === undefined ? { account: String(account) } : { accounts: list as string[] };
}

/**
 * Checks that an argument names no account or customer outside of the gateway's scope. Most actions have none of this
 * name; one of a user's own may.
 *
 * @throws GatewayRefusal
 */
export function checkScopeArgument(name: string, value: string | null, options: Scoped): void {
  if (name !== 'account' && name !== 'accounts' && name !== 'customer') return;
  if (value === null || value === '') throw outside();
  if (name === 'customer') checkScope({ customer: value }, options);
  else checkAccounts(value.split(','), options);
}
