import { InvalidArgumentError } from '@streamone/core';
import type { ScopeOptions } from '../options/client-options.js';

function isId(value: unknown): boolean {
  return typeof value === 'string' && value !== '';
}

function check(argument: string, given: unknown, fits: boolean, expected: string): void {
  if (!fits) throw new InvalidArgumentError({ argument, expected, given });
}

/**
 * Checks where a question of rights is asked. It may be answered without a request, which would have checked it.
 *
 * @throws InvalidArgumentError naming what is wrong: an account of another form would be answered for all.
 */
export function checkScope({ account, accounts, customer }: ScopeOptions): void {
  check('account', account, account === undefined || isId(account), 'the ID of an account');
  check('customer', customer, customer === undefined || isId(customer), 'the ID of a customer');
  // None would be "in all of them" for whatever is asked.
  const list = accounts === undefined || (Array.isArray(accounts) && accounts.length > 0 && accounts.every(isId));
  check('accounts', accounts, list, 'a list of at least one ID');
}

/**
 * Checks the name of a token.
 *
 * @throws InvalidArgumentError when it is no text or empty.
 */
export function checkToken(token: unknown): void {
  check('token', token, isId(token), 'the name of a token, as "item-read"');
}
