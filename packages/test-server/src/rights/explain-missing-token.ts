import type { Caller } from '../answer/authenticate.js';
import type { RequestScope } from '../answer/request-scope.js';
import type { Explanation } from '../explain/explanation.js';
import type { RoleAssignment } from '../state/records.js';
import type { State } from '../state/state.js';

/** A token that the caller lacks in the scope of the request. */
export interface MissingToken {
  readonly token: string;
  readonly caller: Caller;
  readonly scope: RequestScope;
  /** IDs of the accounts in which it is missing; none outside of accounts. */
  readonly accounts: readonly string[];
}

/** How many roles are named. */
const MOST_ROLES = 5;

function where({ scope, accounts }: MissingToken): string {
  if (accounts.length > 0) return `in account ${accounts.join(', ')}`;
  return scope.customer === undefined ? 'outside of any account and customer' : `for customer ${scope.customer.id}`;
}

function place({ account, customer }: RoleAssignment): string {
  if (account !== undefined) return `for account ${account}`;
  return customer === undefined ? 'for everything' : `for customer ${customer}`;
}

/** Explains status 4: the token, where it is missing, and by which roles the caller has it elsewhere. */
export function explainMissingToken(missing: MissingToken, { roles }: State): Explanation {
  const { token, caller, accounts } = missing;
  const elsewhere = caller.record.roles.flatMap((assignment) => {
    const role = roles.get(assignment.role);
    return role?.tokens.includes(token) ? [`by the role "${role.name}" ${place(assignment)}`] : [];
  });
  const who = caller.type === 'session' ? 'user (in a session)' : caller.type;
  const giving = [...roles].filter(({ tokens }) => tokens.includes(token)).map(({ name }) => `"${name}"`);
  const advice =
    giving.length === 0
      ? ' No role has it: add one to state.roles, and give it to the actor.'
      : ` Roles that have it: ${giving.slice(0, MOST_ROLES).join(', ')}; give the actor one, or sign as another.`;
  const lacks = `The ${who} "${caller.record.id}" has no role with the token "${token}" ${where(missing)}.`;
  return {
    summary:
      elsewhere.length === 0
        ? lacks + advice
        : `${lacks} It has it ${elsewhere.join(', ')}: send that account or customer.`,
    token,
    ...(accounts.length > 0 && { accounts }),
  };
}
