import { applicationGetroles } from '@streamone/core/catalogue';
import { handler } from '../action-handler.js';
import { OpenArguments } from '../open-arguments.js';
import { assignmentRows } from '../role/assignment-rows.js';
import { findApplication } from './find-application.js';

/** Answers `application/getroles`: the roles of the application that `application` names, or of the one that asks (inferred). */
export const answerApplicationGetroles = handler(applicationGetroles, (call) => {
  const { arguments: given, caller, scope, state, timezone } = call;
  const id = new OpenArguments(given, timezone).hash('application');
  const own = id === undefined && caller.type === 'application';
  return { body: assignmentRows(own ? caller.record : findApplication(id, scope, state), timezone, state) };
});
