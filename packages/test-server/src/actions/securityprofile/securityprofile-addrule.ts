import { securityprofileAddrule } from '@streamone/core/catalogue';
import { handler } from '../action-handler.js';
import { wholeSecond } from '../whole-second.js';
import { findSecurityprofile } from './find-securityprofile.js';
import { readRule } from './read-rule.js';
import { ruleRow } from './securityprofile-row.js';

/** Answers `securityprofile/addrule`: the rule, tried last unless `position` says where (inferred). */
export const answerSecurityprofileAddrule = handler(securityprofileAddrule, (call) => {
  const { clock, state, timezone } = call;
  const { id, rules } = findSecurityprofile(call);
  const blank = { id: state.newId(), type: '', verdict: 'DENY', start: null, end: null, fields: {} } as const;
  const rule = readRule(call, rules, blank);
  state.securityprofiles.update(id, { rules: [...rules, rule], datemodified: wholeSecond(clock) });
  return { body: ruleRow(rule, timezone) };
});
