import type { RoleAssignment } from '@streamone/core/catalogue';
import type { ScopeOptions } from '../options/client-options.js';
import { covers } from './covers.js';

/** Whether the actor may do something, and why. */
export interface Permission {
  readonly allowed: boolean;
  /** The token that was asked for, as `item-read`. */
  readonly token: string;
  /** In a sentence. */
  readonly reason: string;
  /** Names of the roles that give it. */
  readonly roles: readonly string[];
  /** The accounts in which it is missing. */
  readonly missingIn: readonly string[];
}

function rolesWith(token: string, roles: readonly RoleAssignment[]): readonly RoleAssignment[] {
  return roles.filter(({ role }) => role.tokens.includes(token));
}

const namesOf = (roles: readonly RoleAssignment[]): string[] => [...new Set(roles.map(({ role }) => role.name))];

/** Whether the client can't tell by roles alone: an account's customer is not known to it. */
export function needsTokens(roles: readonly RoleAssignment[], { account, accounts }: ScopeOptions): boolean {
  return (account !== undefined || accounts !== undefined) && roles.some(({ customer }) => customer !== undefined);
}

/** Tells by the tokens that the platform itself listed for the account(s). */
export function explainByTokens(
  token: string,
  tokens: readonly string[],
  { account, accounts }: ScopeOptions,
): Permission {
  const where = accounts ?? (account === undefined ? [] : [account]);
  const allowed = tokens.includes(token);
  const places = where.length === 1 ? `account ${where.join()}` : `all of the accounts ${where.join(', ')}`;
  const reason = allowed
    ? `the platform lists ${token} for ${places}`
    : `the platform does not list ${token} for ${places}`;
  return { allowed, token, reason, roles: [], missingIn: allowed ? [] : where };
}

/** Tells by the roles that the actor holds. Source: protocol, observed. */
export function explainByRoles(
  token: string,
  roles: readonly RoleAssignment[],
  { account, accounts, customer }: ScopeOptions,
): Permission {
  const holding = rolesWith(token, roles);
  if (holding.length === 0) {
    const where = accounts ?? (account === undefined ? [] : [account]);
    return {
      allowed: false,
      token,
      reason: `no role that the actor holds includes ${token}`,
      roles: [],
      missingIn: where,
    };
  }
  const wanted = accounts ?? (account === undefined ? undefined : [account]);
  if (wanted === undefined) {
    const covering = holding.filter((each) => covers(each, { customer }));
    const allowed = covering.length > 0;
    const where = customer === undefined ? 'everything' : `customer ${customer}`;
    const names = namesOf(allowed ? covering : holding);
    const reason = allowed
      ? `${names.join(', ')} includes ${token} and is held for ${where}`
      : `${names.join(', ')} includes ${token} and is not held for ${where}`;
    return { allowed, token, reason, roles: allowed ? names : [], missingIn: [] };
  }
  const missingIn = wanted.filter((each) => !holding.some((role) => covers(role, { account: each })));
  const allowed = missingIn.length === 0;
  const names = namesOf(holding.filter((role) => wanted.some((each) => covers(role, { account: each }))));
  const reason = allowed
    ? `${names.join(', ')} includes ${token} and covers ${wanted.join(', ')}`
    : `no role that includes ${token} covers ${missingIn.join(', ')}`;
  return { allowed, token, reason, roles: names, missingIn };
}
