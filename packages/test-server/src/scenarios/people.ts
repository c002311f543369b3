import type { SeededRandom } from '../random/seeded-random.js';
import type { Application, Password, RoleAssignment, User } from '../state/records.js';

/** What differs between the users of a scenario. */
export interface Person {
  readonly username: string;
  readonly firstname: string;
  readonly lastname: string;
  readonly timezone?: string;
  readonly active?: boolean;
  readonly customer: string | null;
  readonly roles: readonly RoleAssignment[];
  readonly password?: Password;
}

/** What differs between applications. */
export interface Program {
  readonly name: string;
  readonly customer: string | null;
  readonly roles: readonly RoleAssignment[];
}

const MADE = new Date('2015-09-28T07:05:57Z');
const CHANGED = new Date('2024-01-15T08:24:41Z');

/** Makes a user with an ID and a key from the seed. */
export function makeUser(person: Person, random: SeededRandom): User {
  const { timezone = 'Europe/Amsterdam', active = true, password = null, ...given } = person;
  return {
    ...given,
    id: random.id(),
    psk: random.key(),
    active,
    timezone,
    email: `${person.username}@studio.example`,
    mobilephone: '',
    address: '',
    zipcode: '',
    city: '',
    sessionsenabled: true,
    password,
    needsv2hash: false,
    singlesignontokens: [],
    datecreated: MADE,
    datemodified: CHANGED,
  };
}

/** Makes an application with an ID and a key from the seed. */
export function makeApplication({ name, customer, roles }: Program, random: SeededRandom): Application {
  return {
    id: random.id(),
    psk: random.key(),
    name,
    description: `${name} of the studio`,
    active: true,
    timezone: 'Europe/Amsterdam',
    iplock: null,
    account: null,
    customer,
    roles,
    datecreated: MADE,
    datemodified: CHANGED,
  };
}
