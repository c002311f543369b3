import type { NewRecords } from '../record-kinds.js';
import type { Account, Application, Customer, Role, Service, User } from '../records.js';
import type { Making } from './making.js';

/** The zone of an actor of whom none is told: the vendor's. */
const TIMEZONE = 'Europe/Amsterdam';

/** Fills in what is left out of a customer. */
export function completeCustomer(given: NewRecords['customers'], making: Making): Customer {
  const { id = making.newId(), datecreated = making.now() } = given;
  return { datemodified: datecreated, ...given, id, datecreated };
}

/** Fills in what is left out of an account. */
export function completeAccount(given: NewRecords['accounts'], making: Making): Account {
  const { id = making.newId(), datecreated = making.now() } = given;
  return { datemodified: datecreated, ...given, id, datecreated };
}

/** Fills in what is left out of a role. */
export function completeRole(given: NewRecords['roles'], making: Making): Role {
  return { ...given, id: given.id ?? making.newId() };
}

/** Fills in what is left out of a service for single sign-on, which takes no response for valid unless told. */
export function completeService(given: NewRecords['services'], making: Making): Service {
  return { type: 'saml', responses: {}, ...given, id: given.id ?? making.newId() };
}

/** Fills in what is left out of a user: active, without a password, without roles. */
export function completeUser(given: NewRecords['users'], making: Making): User {
  const { id = making.newId(), psk = making.newKey(), datecreated = making.now() } = given;
  return {
    active: true,
    timezone: TIMEZONE,
    roles: [],
    datemodified: datecreated,
    email: '',
    firstname: '',
    lastname: '',
    mobilephone: '',
    address: '',
    zipcode: '',
    city: '',
    sessionsenabled: true,
    customer: null,
    password: null,
    needsv2hash: false,
    singlesignontokens: [],
    ...given,
    id,
    psk,
    datecreated,
  };
}

/** Fills in what is left out of an application: active, without roles. */
export function completeApplication(given: NewRecords['applications'], making: Making): Application {
  const { id = making.newId(), psk = making.newKey(), datecreated = making.now() } = given;
  return {
    description: '',
    active: true,
    timezone: TIMEZONE,
    iplock: null,
    account: null,
    customer: null,
    roles: [],
    datemodified: datecreated,
    ...given,
    id,
    psk,
    datecreated,
  };
}
