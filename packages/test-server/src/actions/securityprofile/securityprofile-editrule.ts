import { securityprofileEditrule } from '@streamone/core/catalogue';
import { handler } from '../action-handler.js';
import { wholeSecond } from '../whole-second.js';
import { findRule, findSecurityprofile } from './find-securityprofile.js';
import { readRule } from './read-rule.js';
import { ruleRow } from './securityprofile-row.js';

/** Answers `securityprofile/editrule`: the rule as it is then (inferred). */
export const answerSecurityprofileEditrule = handler(securityprofileEditrule, (call) => {
  const { clock, state, timezone } = call;
  const profile = findSecurityprofile(call);
  const rule = readRule(call, profile.rules, findRule(profile, call));
  const rules = profile.rules.map((one) => (one.id === rule.id ? rule : one));
  state.securityprofiles.update(profile.id, { rules, datemodified: wholeSecond(clock) });
  return { body: ruleRow(rule, timezone) };
});
