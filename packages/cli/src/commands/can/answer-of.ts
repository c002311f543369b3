import { type NodeClient, type Permission, isApiError } from '@streamone/node';
import type { Role, RoleAssignment } from '@streamone/core/catalogue';
import { knownTokens } from './known-tokens.js';
import { placeOf } from './place-of.js';

/** What is told of one token. */
export interface TokenAnswer {
  readonly token: string;
  readonly allowed: boolean;
  /** In a sentence. */
  readonly reason: string;
  /** Names of the roles that give it there; none where the platform itself was asked, which does not tell. */
  readonly roles: readonly string[];
  /** The accounts in which it is missing. */
  readonly missingIn: readonly string[];
  /** Where the actor has it, when it is missing where it was asked for. */
  readonly heldIn: readonly string[];
  /** The roles that would give it, as far as the actor may see them; null where none can be told. */
  readonly givenBy: readonly string[] | null;
}

/** Every role that the platform shows the actor; `undefined` where it shows none. */
async function visibleRoles(client: NodeClient, signal: AbortSignal): Promise<readonly Role[] | undefined> {
  try {
    return await client.role.view({}, { signal });
  } catch (error) {
    // Not everybody may see them, and what the action takes is not known.
    if (isApiError(error)) return undefined;
    throw error;
  }
}

const label = ({ name, id }: Role): string => `${name} (${id})`;

function answerOf(
  permission: Permission,
  held: readonly RoleAssignment[],
  roles: readonly Role[] | undefined,
): TokenAnswer {
  const { token, allowed, reason, missingIn } = permission;
  const having = held.filter(({ role }) => role.tokens.includes(token));
  const all = [...having.map(({ role }) => role), ...(roles ?? [])];
  const givenBy = [...new Set(all.filter(({ tokens }) => tokens.includes(token)).map(label))];
  // Where not all are shown, to have found none says nothing.
  const told = roles !== undefined || givenBy.length > 0 ? givenBy : null;
  return {
    token,
    allowed,
    reason,
    roles: permission.roles,
    missingIn,
    heldIn: allowed ? [] : [...new Set(having.map(placeOf))],
    givenBy: allowed ? [] : told,
  };
}

/** Asks for each token; for those that are missing also where the actor has them, and what would give them. */
export async function answersOf(
  client: NodeClient,
  tokens: readonly string[],
  signal: AbortSignal,
): Promise<readonly TokenAnswer[]> {
  const permissions: Permission[] = [];
  // One after the other: the answers to the first serve the others.
  for (const token of tokens) permissions.push(await client.explainCan(token));
  if (permissions.every(({ allowed }) => allowed)) return permissions.map((each) => answerOf(each, [], []));
  const [held, roles] = await Promise.all([client.roles(), visibleRoles(client, signal)]);
  return permissions.map((each) => answerOf(each, held, roles));
}

/** A sentence for a token that nobody has heard of: most probably it is misspelt. `undefined` where it is known. */
export function unknownToken({ token, allowed, heldIn, givenBy }: TokenAnswer): string | undefined {
  const known = knownTokens();
  if (allowed || heldIn.length > 0 || (givenBy?.length ?? 0) > 0 || known.has(token)) return undefined;
  const words = new Set(token.split('-'));
  const near = [...known.keys()].filter((name) => name.split('-').some((word) => words.has(word)));
  return `no token "${token}" is known${near.length === 0 ? '' : `; there are ${near.join(', ')}`}`;
}
