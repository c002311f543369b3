import { securityprofileEdit } from '@streamone/core/catalogue';
import { handler } from '../action-handler.js';
import { OpenArguments } from '../open-arguments.js';
import { wholeSecond } from '../whole-second.js';
import { findSecurityprofile } from './find-securityprofile.js';
import { OWN_FIELDS } from './own-fields.js';
import { securityprofileRow } from './securityprofile-row.js';

/** Answers `securityprofile/edit`: an empty name makes it the ID again, another empty argument takes its field away (inferred). */
export const answerSecurityprofileEdit = handler(securityprofileEdit, (call) => {
  const { arguments: given, clock, state, timezone } = call;
  const { id, name, fields } = findSecurityprofile(call);
  const open = new OpenArguments(given, timezone);
  const named = open.text('name');
  const edited = state.securityprofiles.update(id, {
    name: named === undefined ? name : (named ?? id),
    fields: open.kept(OWN_FIELDS, fields),
    datemodified: wholeSecond(clock),
  });
  return { body: securityprofileRow(edited, timezone) };
});
