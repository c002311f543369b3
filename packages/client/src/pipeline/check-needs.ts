import { InvalidArgumentError } from '@streamone/core';
import type { Action } from '@streamone/core/catalogue';
import type { ScopeOptions } from '../options/client-options.js';

/**
 * Checks that a request has the account(s) which its action needs.
 *
 * @throws InvalidArgumentError that says where to give one.
 */
export function checkNeeds({ command, action, needs }: Action, { account, accounts }: ScopeOptions): void {
  if (needs === 'nothing' || account !== undefined) return;
  if (accounts !== undefined && (needs === 'accounts' || accounts.length === 1)) return;
  throw new InvalidArgumentError({
    command,
    action,
    argument: accounts === undefined ? 'account' : 'accounts',
    expected: needs === 'account' ? 'one account to act in' : 'one or more accounts',
    given: accounts,
    advice: 'Give it to createClient, to with(), or to this call: { account }.',
  });
}
