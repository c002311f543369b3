import type { RoleAssignment } from '@streamone/core/catalogue';
import type { ScopeOptions } from '../options/client-options.js';
import { covers, isGiven } from './covers.js';

/** Whether the actor may do something, and why. */
export interface Permission {
  readonly allowed: boolean;
  /** The token that was asked for, as `item-read`. */
  readonly token: string;
  /** In a sentence. */
  readonly reason: string;
  /** Names of the roles that give it there; none where the platform itself was asked, which does not tell. */
  readonly roles: readonly string[];
  /** The accounts in which it is missing; of several that the platform was asked for, all, since it does not tell which. */
  readonly missingIn: readonly string[];
}

const namesOf = (roles: readonly RoleAssignment[]): string[] => [...new Set(roles.map(({ role }) => role.name))];

const quoted = (names: readonly string[]): string =>
  `${names.length === 1 ? 'the role' : 'the roles'} ${names.map((name) => `"${name}"`).join(', ')}`;

const placesOf = (accounts: readonly string[]): string =>
  `${accounts.length === 1 ? 'account' : 'accounts'} ${accounts.join(', ')}`;

function wantedAccounts({ account, accounts }: ScopeOptions): readonly string[] | undefined {
  return accounts ?? (account === undefined ? undefined : [account]);
}

/** Whether the client can't tell by roles alone: an account's customer is not known to it. */
export function needsTokens(roles: readonly RoleAssignment[], scope: ScopeOptions): boolean {
  return wantedAccounts(scope) !== undefined && roles.some(({ customer }) => isGiven(customer));
}

/** Tells by the tokens that the platform itself listed for the account(s). Source: protocol, observed. */
export function explainByTokens(token: string, tokens: readonly string[], scope: ScopeOptions): Permission {
  const where = wantedAccounts(scope) ?? [];
  const allowed = tokens.includes(token);
  const several = where.length === 0 ? "the gateway's own account" : `all of the ${placesOf(where)}`;
  const places = where.length === 1 ? placesOf(where) : several;
  const reason = `the platform ${allowed ? 'lists' : 'does not list'} ${token} for ${places}`;
  return { allowed, token, reason, roles: [], missingIn: allowed ? [] : where };
}

/** Tells by the roles that the actor holds. Source: protocol, observed. */
export function explainByRoles(token: string, roles: readonly RoleAssignment[], scope: ScopeOptions): Permission {
  const holding = roles.filter(({ role }) => role.tokens.includes(token));
  const wanted = wantedAccounts(scope);
  if (holding.length === 0) {
    const reason = `no role that the actor holds includes ${token}`;
    return { allowed: false, token, reason, roles: [], missingIn: wanted ?? [] };
  }
  return wanted === undefined
    ? explainOutside(token, holding, scope.customer)
    : explainInAccounts(token, holding, wanted);
}

function explainOutside(token: string, holding: readonly RoleAssignment[], customer: string | undefined): Permission {
  const names = namesOf(holding.filter((each) => covers(each, { customer })));
  const allowed = names.length > 0;
  const place = customer === undefined ? 'for everything' : `for customer ${customer} or for everything`;
  const reason = allowed
    ? `${quoted(names)} with ${token} is held ${place}`
    : `${quoted(namesOf(holding))} with ${token} is not held ${place}`;
  return { allowed, token, reason, roles: names, missingIn: [] };
}

function explainInAccounts(token: string, holding: readonly RoleAssignment[], accounts: readonly string[]): Permission {
  const missingIn = accounts.filter((account) => !holding.some((each) => covers(each, { account })));
  const names = namesOf(holding.filter((each) => accounts.some((account) => covers(each, { account }))));
  const allowed = missingIn.length === 0;
  const reason = allowed
    ? `${quoted(names)} with ${token} covers ${placesOf(accounts)}`
    : `no role with ${token} that the actor holds covers ${placesOf(missingIn)}`;
  return { allowed, token, reason, roles: names, missingIn };
}
