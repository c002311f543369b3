import { Status } from '@streamone/core';
import type { Action } from '@streamone/core/catalogue';
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
  throw new Refusal(Status.ACCOUNT_NOT_FOUND, {
    summary: `There is no account "${id}".`,
    argument: 'account',
    received: id,
  });
}

/** Finds the accounts or the customer of a request. @throws Refusal with 6 for both at once, 290 or 250 for an unknown one; all inferred. */
export function findScope(parameters: Parameters, state: State): RequestScope {
  const { accounts, customer } = parameters;
  if (customer === undefined) {
    return { accounts: [...new Set(accounts)].map((id) => findAccount(id, state)), customer: undefined };
  }
  if (accounts.length > 0) refuseInput('customer', 'Give "account" or "customer", not both.');
  const found = state.customers.get(customer);
  if (found !== undefined) return { accounts: [], customer: found };
  throw new Refusal(Status.CUSTOMER_NOT_FOUND, {
    summary: `There is no customer "${customer}".`,
    argument: 'customer',
    received: customer,
  });
}

/** Checks that the action has the accounts that it needs. @throws Refusal with 6 (inferred). */
export function checkNeeds({ needs, command, action }: Action, { accounts }: RequestScope): void {
  if (needs === 'nothing') return;
  if (accounts.length === 0) {
    refuseInput(
      'account',
      `${command}/${action} needs ${needs === 'account' ? 'an account' : 'one or more accounts'}.`,
    );
  }
  if (needs === 'account' && accounts.length > 1) {
    refuseInput('account', `${command}/${action} works in one account, and ${accounts.length} are given.`);
  }
}
