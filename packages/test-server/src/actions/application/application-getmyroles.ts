import { applicationGetmyroles } from '@streamone/core/catalogue';
import { handler } from '../action-handler.js';
import { assignmentRows } from '../role/assignment-rows.js';

/** Answers `application/getmyroles`: the roles of the application that asks in its own name. */
export const answerApplicationGetmyroles = handler(applicationGetmyroles, ({ caller, state, timezone }) => ({
  body: assignmentRows(caller.record, timezone, state),
}));
