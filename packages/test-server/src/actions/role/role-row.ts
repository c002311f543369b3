import type { Role as WireRole } from '@streamone/core/catalogue';
import type { Role } from '../../state/records.js';
import type { State } from '../../state/state.js';
import type { Wire } from '../action-handler.js';
import { customerRow } from '../customer-row.js';

/** A role as it is sent. Its customer has the form that it has elsewhere (inferred), and is left out where there is none. */
export function roleRow({ id, name, tokens, customer }: Role, timezone: string, { customers }: State): Wire<WireRole> {
  const owner = customer === undefined ? undefined : customers.get(customer);
  return { id, name, ...(owner && { customer: customerRow(owner, timezone) }), tokens };
}
