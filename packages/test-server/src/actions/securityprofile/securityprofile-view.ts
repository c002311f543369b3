import { securityprofileView } from '@streamone/core/catalogue';
import { inScope } from '../../rights/in-scope.js';
import { handler } from '../action-handler.js';
import { OpenArguments } from '../open-arguments.js';
import { securityprofileRow } from './securityprofile-row.js';

/** Answers `securityprofile/view`: those within the request's accounts or customer, or the ones that `securityprofile` names (inferred). */
export const answerSecurityprofileView = handler(
  securityprofileView,
  ({ arguments: given, scope, state, timezone }) => {
    const wanted = new OpenArguments(given, timezone).hashes('securityprofile');
    const list = [...state.securityprofiles].filter(
      (profile) => inScope(profile, scope, state) && (!wanted || wanted.includes(profile.id)),
    );
    return { body: list.map((profile) => securityprofileRow(profile, timezone)) };
  },
);
