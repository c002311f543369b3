import { applicationEdit } from '@streamone/core/catalogue';
import { PLATFORM_ZONE } from '../../answer/envelope.js';
import { inputError } from '../../answer/input-error.js';
import { handler } from '../action-handler.js';
import { wholeSecond } from '../whole-second.js';
import { editedApplicationRow } from './application-row.js';
import { findApplication } from './find-application.js';

/**
 * Answers `application/edit`. An empty `iplock` is taken away (documented). An empty description is
 * empty, an empty zone the platform's, an empty `isactive` changes nothing, and a name can't be
 * empty (all inferred).
 */
export const answerApplicationEdit = handler(applicationEdit, ({ arguments: given, scope, clock, state, timezone }) => {
  const { id } = findApplication(given.application, scope, state);
  const { name, description, iplock, isactive, timezone: zone } = given;
  if (name === null) throw inputError('name', "An application can't be without a name.");
  const edited = state.applications.update(id, {
    ...(name !== undefined && { name }),
    ...(description !== undefined && { description: description ?? '' }),
    ...(iplock !== undefined && { iplock }),
    ...(typeof isactive === 'boolean' && { active: isactive }),
    ...(zone !== undefined && { timezone: zone ?? PLATFORM_ZONE }),
    datemodified: wholeSecond(clock),
  });
  return { body: editedApplicationRow(edited, timezone) };
});
