import { InvalidArgumentError } from '@streamone/core';
import { checkNames } from '../options/check-names.js';
import type { ScopeOptions } from '../options/client-options.js';
import { resolveScope } from '../options/resolve-scope.js';

const NAMES = new Set(['account', 'accounts', 'customer']);

function isId(value: unknown): boolean {
  return typeof value === 'string' && value !== '';
}

function check(argument: string, given: unknown, fits: boolean, expected: string): void {
  if (!fits) throw new InvalidArgumentError({ argument, expected, given });
}

/**
 * Where a question of rights is asked: in what is given with it, else in the client's own scope. It
 * may be answered without a request, which would have checked it.
 *
 * @throws InvalidArgumentError naming what is wrong: a misspelt account would be answered for another.
 */
export function rightsScope(given: ScopeOptions, otherwise: ScopeOptions): ScopeOptions {
  checkNames(given, NAMES);
  const scope = resolveScope(given) ?? otherwise;
  const { account, accounts, customer } = scope;
  check('account', account, account === undefined || isId(account), 'the ID of an account');
  check('customer', customer, customer === undefined || isId(customer), 'the ID of a customer');
  // None would be "in all of them" for whatever is asked.
  const list = accounts === undefined || (Array.isArray(accounts) && accounts.length > 0 && accounts.every(isId));
  check('accounts', accounts, list, 'a list of at least one ID');
  return scope;
}

/**
 * Checks the name of a token.
 *
 * @throws InvalidArgumentError when it is no text or empty.
 */
export function checkToken(token: unknown): void {
  check('token', token, isId(token), 'the name of a token, as "item-read"');
}
