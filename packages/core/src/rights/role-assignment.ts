import { arrayOf, dateTime, hash, object, text } from '../types/index.js';

// Apart from the catalogue, which clients that ask for rights need not carry; it gives these their names.

/** The type of a customer, as it comes with a role or a user. */
export const customerSummary = object('CustomerSummary', {
  id: hash(),
  name: text(),
  datecreated: dateTime(),
  datemodified: dateTime(),
});

/** The type of a role. */
export const role = object('Role', {
  id: hash(),
  name: text(),
  customer: customerSummary,
  tokens: arrayOf(text()),
});

/** The type of a role that an actor holds. */
export const roleAssignment = object('RoleAssignment', {
  role,
  account: object('RoleAccount', { id: hash(), name: text() }),
  customer: customerSummary,
});
