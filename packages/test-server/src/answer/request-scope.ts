import { Status } from '@streamone/core';
import type { Action } from '@streamone/core/catalogue';
import { explainMissingAccount } from '../explain/explain-missing-account.js';
import { explainUnknownScope } from '../explain/explain-unknown-scope.js';
import type { SignedParts } from '../signature/strings-to-sign.js';
import type { Account, Customer } from '../state/records.js';
import type { State } from '../state/state.js';
import type { Parameters } from './parameters.js';
import { Refusal } from './refusal.js';

/** The accounts or the customer that a request acts in, as the state has them. */
export interface RequestScope {
  readonly accounts: readonly Account[];
  readonly customer: Customer | undefined;
}

function refuseInput(argument: string, summary: string): never {
  throw new Refusal(Status.INPUT_ERROR, { summary, argument });
}

function findAccount(id: string, state: State): Account {
  const account = state.accounts.get(id);
  if (account !== undefined) return account;
  throw new Refusal(Status.ACCOUNT_NOT_FOUND, explainUnknownScope('account', id, state));
}

/** Finds the accounts or the customer of a request. @throws Refusal with 6 for both at once, 290 or 250 for an unknown one; all inferred. */
export function findScope(parameters: Parameters, state: State): RequestScope {
  const { accounts, customer } = parameters;
  if (customer === undefined) {
    return { accounts: [...new Set(accounts)].map((id) => findAccount(id, state)), customer: undefined };
  }
  if (accounts.length > 0) refuseInput('customer', 'Send the parameter "account" or "customer", not both.');
  const found = state.customers.get(customer);
  if (found !== undefined) return { accounts: [], customer: found };
  throw new Refusal(Status.CUSTOMER_NOT_FOUND, explainUnknownScope('customer', customer, state));
}

/** Checks that the action has the accounts that it needs. @throws Refusal with 6 (inferred). */
export function checkNeeds(wanted: Action, scope: RequestScope, parts: SignedParts): void {
  const { needs, command, action } = wanted;
  const { accounts } = scope;
  if (needs === 'nothing') return;
  if (accounts.length === 0) {
    throw new Refusal(Status.INPUT_ERROR, () => explainMissingAccount(wanted, scope, parts));
  }
  if (needs === 'account' && accounts.length > 1) {
    refuseInput(
      'account',
      `${command}/${action} works in one account, and ${accounts.length} are given: send a request for each.`,
    );
  }
}
