import type { ActorRecord, RoleAssignment } from '../records.js';
import { date } from './date-types.js';
import type { FieldTypes } from './field-type.js';
import { listOf, objectOf, orNull, textsByName } from './nested-types.js';
import { flag, id, reference, secretText, text, zone } from './simple-types.js';

const dates = { datecreated: date, datemodified: date };

const roles = listOf(
  objectOf<RoleAssignment>(
    { role: reference('roles'), account: reference('accounts'), customer: reference('customers') },
    ['role'],
  ),
);

const actor: FieldTypes<ActorRecord> = { id, psk: secretText, active: flag, timezone: zone, roles, ...dates };

const password = objectOf({ salt: secretText, s: secretText, v2hash: secretText }, ['salt', 's', 'v2hash'], true);

/** Customers, accounts, and who acts there. */
export const peopleTypes = {
  customers: { types: { id, name: text, ...dates }, required: ['name'] },
  accounts: { types: { id, name: text, customer: reference('customers'), ...dates }, required: ['name', 'customer'] },
  roles: {
    types: { id, name: text, tokens: listOf(text), customer: reference('customers') },
    required: ['name', 'tokens'],
  },
  services: { types: { id, type: text, name: text, responses: textsByName(true) }, required: ['name'] },
  users: {
    types: {
      ...actor,
      username: text,
      email: text,
      firstname: text,
      lastname: text,
      mobilephone: text,
      address: text,
      zipcode: text,
      city: text,
      sessionsenabled: flag,
      customer: orNull(reference('customers')),
      password: orNull(password),
      needsv2hash: flag,
      singlesignontokens: listOf(objectOf({ service: reference('services'), subject: text }, ['service', 'subject'])),
    },
    required: ['username'],
  },
  applications: {
    types: {
      ...actor,
      name: text,
      description: text,
      iplock: orNull(text),
      account: orNull(reference('accounts')),
      customer: orNull(reference('customers')),
    },
    required: ['name'],
  },
} as const;
