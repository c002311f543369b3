import { writeWallClock } from '@streamone/core';
import type { CustomerSummary } from '@streamone/core/catalogue';
import type { Customer } from '../state/records.js';
import type { Wire } from './action-handler.js';

/** A customer as it comes with a user or a role. Source: documented. */
export function customerRow(
  { id, name, datecreated, datemodified }: Customer,
  timezone: string,
): Wire<CustomerSummary> {
  return {
    id,
    name,
    datecreated: writeWallClock(datecreated, timezone),
    datemodified: writeWallClock(datemodified, timezone),
  };
}
