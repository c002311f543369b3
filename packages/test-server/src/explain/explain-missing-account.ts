import type { Action } from '@streamone/core/catalogue';
import type { RequestScope } from '../answer/request-scope.js';
import type { SignedParts } from '../signature/strings-to-sign.js';
import type { Explanation } from './explanation.js';

/** Explains status 6 where an action needs an account and none is given. */
export function explainMissingAccount(
  { command, action, needs }: Action,
  { customer }: RequestScope,
  { arguments: form }: SignedParts,
): Explanation {
  const what = needs === 'account' ? 'an account' : 'one or more accounts, joined by commas';
  const misplaced = form.variables.has('account')
    ? ' There is an "account" among the arguments in the body; it is a parameter.'
    : '';
  const instead = customer === undefined ? '' : ' A customer does not do.';
  return {
    summary: `${command}/${action} needs ${what}: send the parameter "account" in the query string.${instead}${misplaced}`,
    argument: 'account',
  };
}
