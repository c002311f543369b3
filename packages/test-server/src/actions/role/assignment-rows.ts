import type { RoleAssignment as WireAssignment } from '@streamone/core/catalogue';
import type { ActorRecord } from '../../state/records.js';
import type { State } from '../../state/state.js';
import type { Wire } from '../action-handler.js';
import { customerRow } from '../customer-row.js';
import { roleRow } from './role-row.js';

/** The roles that an actor holds, each with the account or the customer that it is held for. Source: protocol, observed. */
export function assignmentRows(actor: ActorRecord, timezone: string, state: State): Wire<WireAssignment>[] {
  return actor.roles.flatMap(({ role: id, account: accountId, customer: customerId }) => {
    const role = state.roles.get(id);
    if (role === undefined) return [];
    const account = accountId === undefined ? undefined : state.accounts.get(accountId);
    const customer = customerId === undefined ? undefined : state.customers.get(customerId);
    return [
      {
        role: roleRow(role, timezone, state),
        ...(account && { account: { id: account.id, name: account.name } }),
        ...(customer && { customer: customerRow(customer, timezone) }),
      },
    ];
  });
}
