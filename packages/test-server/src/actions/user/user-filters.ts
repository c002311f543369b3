import type { UserViewArguments } from '@streamone/core/catalogue';
import type { User } from '../../state/records.js';
import type { ArgumentsRead } from '../action-handler.js';

type UserFilter = (user: User) => boolean;

function exact(field: 'id' | 'username' | 'email', sought: string | null | undefined): UserFilter[] {
  return sought ? [(user) => user[field] === sought] : [];
}

/** Search makes no difference between cases (inferred). */
function containing(
  field: 'username' | 'firstname' | 'lastname' | 'email',
  sought: string | null | undefined,
): UserFilter[] {
  if (!sought) return [];
  const folded = sought.toLowerCase();
  return [(user) => user[field].toLowerCase().includes(folded)];
}

/** Both bounds are included, and an upper one includes its whole second. Source: documented. */
function range(
  field: 'datecreated' | 'datemodified',
  min: Date | null | undefined,
  max: Date | null | undefined,
): UserFilter[] {
  const filters: UserFilter[] = [];
  if (min) filters.push((user) => user[field].getTime() >= min.getTime());
  if (max) filters.push((user) => Math.floor(user[field].getTime() / 1000) * 1000 <= max.getTime());
  return filters;
}

/** The filters of a request to `user/view`; a user must pass them all. Unset ones filter nothing. */
export function userFilters(given: ArgumentsRead<UserViewArguments>): UserFilter[] {
  const { active } = given;
  return [
    ...exact('id', given.user),
    ...exact('username', given.username),
    ...exact('email', given.email),
    ...containing('username', given.searchusername),
    ...containing('firstname', given.searchfirstname),
    ...containing('lastname', given.searchlastname),
    ...containing('email', given.searchemail),
    ...(typeof active === 'boolean' ? [(user: User): boolean => user.active === active] : []),
    ...range('datecreated', given.mindatecreated, given.maxdatecreated),
    ...range('datemodified', given.mindatemodifed, given.maxdatemodifed),
  ];
}
