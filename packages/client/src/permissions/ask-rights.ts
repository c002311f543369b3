import type { Credentials } from '@streamone/core';
import { type RoleAssignment, apiMytokens, applicationGetmyroles, userGetmyroles } from '@streamone/core/catalogue';
import type { Action } from '@streamone/core/catalogue';
import { actorKey } from '../cache/cache-key.js';
import type { ScopeOptions } from '../options/client-options.js';
import { type Permission, explainByRoles, explainByTokens, needsTokens } from './explain-can.js';
import type { QuestionCache } from './question-cache.js';

/** Whose rights are asked for, and how to ask. */
export interface RightsQuestion {
  readonly credentials: Credentials;
  readonly scope: ScopeOptions;
  readonly questions: QuestionCache;
  /** The time, in milliseconds. */
  readonly now: number;
  /** Calls an action without arguments, in this scope. */
  readonly ask: (action: Action, scope: ScopeOptions) => Promise<unknown>;
}

/** The roles that the actor holds; those of the person in a session. Source: protocol, observed. */
export function askRoles({ credentials, questions, now, ask }: RightsQuestion): Promise<readonly RoleAssignment[]> {
  const action = credentials.type === 'application' ? applicationGetmyroles : userGetmyroles;
  const question = (): Promise<readonly RoleAssignment[]> => ask(action, {}) as Promise<RoleAssignment[]>;
  return questions.ask(`${actorKey(credentials)} roles`, now, question);
}

/** The tokens that the platform lists for the actor in this scope. Source: protocol, observed. */
export function askTokens({ credentials, scope, questions, now, ask }: RightsQuestion): Promise<readonly string[]> {
  const { account, accounts, customer } = scope;
  const where = JSON.stringify([account ?? null, accounts ?? null, customer ?? null]);
  const question = (): Promise<readonly string[]> => ask(apiMytokens, scope) as Promise<string[]>;
  return questions.ask(`${actorKey(credentials)} tokens ${where}`, now, question);
}

/** Whether the actor may use a token in this scope, and why. Source: protocol, observed. */
export async function askPermission(token: string, question: RightsQuestion): Promise<Permission> {
  const roles = await askRoles(question);
  if (!needsTokens(roles, question.scope)) return explainByRoles(token, roles, question.scope);
  return explainByTokens(token, await askTokens(question), question.scope);
}
