import { inputError } from '../answer/input-error.js';
import type { OwnRecord } from './own-record.js';
import type { ResourceCall } from './resource-options.js';
import type { ResourceModel } from './resource-model.js';

/**
 * Whether a request may reach a record: where records are kept by account, one of its accounts or of
 * none; with a customer, one of the customer's accounts; with neither, any (inferred).
 */
export function inReach(
  { perAccount }: ResourceModel,
  { account }: OwnRecord,
  { scope, state }: ResourceCall,
): boolean {
  if (!perAccount || account === null) return true;
  if (scope.accounts.length > 0) return scope.accounts.some(({ id }) => id === account);
  return scope.customer === undefined || state.accounts.get(account)?.customer === scope.customer.id;
}

/** The account in which a request makes records. @throws Refusal with 6 where there are several (inferred). */
export function accountForNew({ perAccount, command }: ResourceModel, { scope }: ResourceCall): string | null {
  if (!perAccount) return null;
  if (scope.accounts.length < 2) return scope.accounts[0]?.id ?? null;
  throw inputError('account', `A new ${command} goes into one account, and ${scope.accounts.length} are given.`);
}
