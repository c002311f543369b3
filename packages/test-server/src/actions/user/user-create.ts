import { Status } from '@streamone/core';
import { userCreate } from '@streamone/core/catalogue';
import { PLATFORM_ZONE } from '../../answer/envelope.js';
import { inputError } from '../../answer/input-error.js';
import { Refusal } from '../../answer/refusal.js';
import { handler } from '../action-handler.js';
import { wholeSecond } from '../whole-second.js';
import { userRow } from './user-row.js';

/**
 * Answers `user/create`: a user without a password (documented) and without roles (inferred). That
 * the name is required and unique over the whole platform, and that the user belongs to the
 * customer of the request, of its account, or of the caller, is inferred.
 */
export const answerUserCreate = handler(userCreate, ({ arguments: given, caller, scope, clock, state, timezone }) => {
  const { username } = given;
  if (!username) throw inputError('username', 'A user needs a name to log in with.');
  if (state.users.find((user) => user.username === username) !== undefined) {
    throw new Refusal(Status.USER_USERNAME_ALREADY_EXISTS, {
      summary: `There is a user "${username}" already.`,
      argument: 'username',
      received: username,
    });
  }
  const now = wholeSecond(clock);
  const user = state.users.add({
    id: state.newId(),
    psk: state.newKey(),
    username,
    active: given.active ?? true,
    timezone: given.timezone ?? PLATFORM_ZONE,
    roles: [],
    datecreated: now,
    datemodified: now,
    email: given.email ?? '',
    firstname: given.firstname ?? '',
    lastname: given.lastname ?? '',
    mobilephone: given.mobilephone ?? '',
    address: given.address ?? '',
    zipcode: given.zipcode ?? '',
    city: given.city ?? '',
    sessionsenabled: given.sessionsenabled ?? true,
    customer: scope.customer?.id ?? scope.accounts[0]?.customer ?? caller.record.customer,
    password: null,
    needsv2hash: false,
    singlesignontokens: [],
  });
  return { body: userRow(user, timezone, state) };
});
