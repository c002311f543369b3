import { Status } from '@streamone/core';
import { inScope } from '../../rights/in-scope.js';
import type { SecurityRule, Securityprofile } from '../../state/list-records.js';
import type { ActionCall } from '../action-handler.js';
import { findRecord } from '../find-record.js';
import { findWithin } from '../find-within.js';
import { OpenArguments } from '../open-arguments.js';

/** Finds the profile that `securityprofile` names. @throws Refusal with 380 for one that is unknown or out of reach (inferred). */
export function findSecurityprofile(call: ActionCall<object>): Securityprofile {
  const { arguments: given, scope, state, timezone } = call;
  return findRecord(state.securityprofiles, {
    argument: 'securityprofile',
    id: new OpenArguments(given, timezone).hash('securityprofile'),
    status: Status.SECURITY_PROFILE_NOT_FOUND,
    fits: (profile) => inScope(profile, scope, state),
  });
}

/** Finds the rule of a profile that `rule` names. @throws Refusal with 382 for one that is not in it (inferred). */
export function findRule({ rules }: Securityprofile, { arguments: given, timezone }: ActionCall<object>): SecurityRule {
  const id = new OpenArguments(given, timezone).hash('rule');
  return findWithin(rules, { argument: 'rule', id, status: Status.SECURITY_RULE_NOT_FOUND });
}
