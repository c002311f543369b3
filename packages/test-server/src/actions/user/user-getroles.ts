import { userGetroles } from '@streamone/core/catalogue';
import { handler } from '../action-handler.js';
import { OpenArguments } from '../open-arguments.js';
import { assignmentRows } from '../role/assignment-rows.js';
import { findUser } from './find-user.js';

/** Answers `user/getroles`: the roles of the user that `user` names, or of the one who asks (inferred). */
export const answerUserGetroles = handler(userGetroles, ({ arguments: given, caller, scope, state, timezone }) => {
  const id = new OpenArguments(given, timezone).hash('user');
  const own = id === undefined && caller.type !== 'application';
  return { body: assignmentRows(own ? caller.record : findUser(id, scope, state), timezone, state) };
});
