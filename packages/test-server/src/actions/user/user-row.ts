import { writeWallClock } from '@streamone/core';
import type { User as WireUser } from '@streamone/core/catalogue';
import type { User } from '../../state/records.js';
import type { State } from '../../state/state.js';
import type { Wire } from '../action-handler.js';
import { customerRow } from '../customer-row.js';

/** A user as it is sent. */
export type UserRow = Wire<WireUser>;

/**
 * Writes a user, the fields in the document's order. Source: documented. Never a key or a password.
 * One who belongs to no customer has no such field (inferred).
 */
export function userRow(user: User, timezone: string, { customers, services }: State): UserRow {
  const customer = user.customer === null ? undefined : customers.get(user.customer);
  const row: Omit<UserRow, 'customer'> & Partial<UserRow> = {
    id: user.id,
    username: user.username,
    active: user.active,
    datecreated: writeWallClock(user.datecreated, timezone),
    datemodified: writeWallClock(user.datemodified, timezone),
    email: user.email,
    mobilephone: user.mobilephone,
    firstname: user.firstname,
    lastname: user.lastname,
    address: user.address,
    zipcode: user.zipcode,
    city: user.city,
    sessionsenabled: user.sessionsenabled,
    timezone: user.timezone,
    ...(customer && { customer: customerRow(customer, timezone) }),
    singlesignontokens: user.singlesignontokens.flatMap((token) => {
      const service = services.get(token.service);
      return service === undefined ? [] : [{ service: { id: service.id, type: service.type, name: service.name } }];
    }),
  };
  // The documents know no user without a customer; this server does, and must be able to show them.
  return row as UserRow;
}
