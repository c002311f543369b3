import { securityprofileCreate } from '@streamone/core/catalogue';
import { inputError } from '../../answer/input-error.js';
import { handler } from '../action-handler.js';
import { OpenArguments } from '../open-arguments.js';
import { wholeSecond } from '../whole-second.js';
import { OWN_FIELDS } from './own-fields.js';
import { securityprofileRow } from './securityprofile-row.js';

/**
 * Answers `securityprofile/create`: a profile without rules, of the request's account or customer, or
 * of neither. Named like its ID unless given; other arguments are kept as they are (inferred).
 */
export const answerSecurityprofileCreate = handler(securityprofileCreate, (call) => {
  const { arguments: given, scope, clock, state, timezone } = call;
  const { accounts, customer } = scope;
  if (accounts.length > 1) throw inputError('account', 'A security profile is made in one account.');
  const open = new OpenArguments(given, timezone);
  const id = state.newId();
  const now = wholeSecond(clock);
  const profile = state.securityprofiles.add({
    id,
    name: open.text('name') ?? id,
    account: accounts[0]?.id ?? null,
    customer: customer?.id ?? null,
    datecreated: now,
    datemodified: now,
    rules: [],
    fields: open.kept(OWN_FIELDS),
  });
  return { body: securityprofileRow(profile, timezone) };
});
