import { Status } from '@streamone/core';
import { userLinkssotoken } from '@streamone/core/catalogue';
import { inputError } from '../../answer/input-error.js';
import { Refusal } from '../../answer/refusal.js';
import { handler } from '../action-handler.js';
import { wholeSecond } from '../whole-second.js';
import { findService } from './find-service.js';
import { findUser } from './find-user.js';
import { userRow } from './user-row.js';

/**
 * Answers `user/linkssotoken`: one token a service (documented). A response is valid when the
 * service's record in the state holds it; what a real one looks like is not known (inferred).
 */
export const answerUserLinkssotoken = handler(userLinkssotoken, (call) => {
  const { arguments: given, scope, clock, state, timezone } = call;
  const user = findUser(given.user, scope, state);
  const service = findService(given.service, state);
  const { singlesignontokens } = user;
  if (singlesignontokens.some((token) => token.service === service.id)) {
    throw new Refusal(Status.USER_ALREADY_HAS_SSO_TOKEN, {
      summary: `The user "${user.username}" has a token for the service "${service.name}" already; clear it first.`,
      argument: 'service',
    });
  }
  if (!given.response) throw inputError('response', 'The argument "response" is missing.');
  const subject = new Map(Object.entries(service.responses)).get(given.response);
  if (subject === undefined) {
    throw new Refusal(Status.SSO_RESPONSE_INVALID, {
      summary: `The response is none that the service "${service.name}" gave: its record in the state lists those that count.`,
      argument: 'response',
    });
  }
  const linked = state.users.update(user.id, {
    singlesignontokens: [...singlesignontokens, { service: service.id, subject }],
    datemodified: wholeSecond(clock),
  });
  return { body: userRow(linked, timezone, state) };
});
