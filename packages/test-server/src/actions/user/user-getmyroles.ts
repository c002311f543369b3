import { userGetmyroles } from '@streamone/core/catalogue';
import { handler } from '../action-handler.js';
import { assignmentRows } from '../role/assignment-rows.js';

/** Answers `user/getmyroles`: the roles of the user who asks, in a session too. */
export const answerUserGetmyroles = handler(userGetmyroles, ({ caller, state, timezone }) => ({
  body: assignmentRows(caller.record, timezone, state),
}));
