import { Status } from '@streamone/core';
import { userClearssotoken } from '@streamone/core/catalogue';
import { Refusal } from '../../answer/refusal.js';
import { handler } from '../action-handler.js';
import { wholeSecond } from '../whole-second.js';
import { findService } from './find-service.js';
import { findUser } from './find-user.js';
import { userRow } from './user-row.js';

/** Answers `user/clearssotoken` with the user, as its sibling does (inferred). */
export const answerUserClearssotoken = handler(userClearssotoken, (call) => {
  const { arguments: given, scope, clock, state, timezone } = call;
  const user = findUser(given.user, scope, state);
  const service = findService(given.service, state);
  const left = user.singlesignontokens.filter((token) => token.service !== service.id);
  if (left.length === user.singlesignontokens.length) {
    throw new Refusal(Status.USER_HAS_NO_SSO_TOKEN, {
      summary: `The user "${user.username}" has no token for the service "${service.name}".`,
      argument: 'service',
    });
  }
  const cleared = state.users.update(user.id, { singlesignontokens: left, datemodified: wholeSecond(clock) });
  return { body: userRow(cleared, timezone, state) };
});
