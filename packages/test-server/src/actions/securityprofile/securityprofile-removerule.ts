import { securityprofileRemoverule } from '@streamone/core/catalogue';
import { handler } from '../action-handler.js';
import { wholeSecond } from '../whole-second.js';
import { findRule, findSecurityprofile } from './find-securityprofile.js';

/** Answers `securityprofile/removerule`: the others keep their places, and nothing is shown (inferred). */
export const answerSecurityprofileRemoverule = handler(securityprofileRemoverule, (call) => {
  const profile = findSecurityprofile(call);
  const { id } = findRule(profile, call);
  const rules = profile.rules.filter((rule) => rule.id !== id);
  call.state.securityprofiles.update(profile.id, { rules, datemodified: wholeSecond(call.clock) });
  return { body: null };
});
