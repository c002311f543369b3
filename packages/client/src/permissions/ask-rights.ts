import { type DataType, MismatchError, arrayOf, roleAssignment, text } from '@streamone/core';
import type { RoleAssignment } from '@streamone/core/catalogue';
import type { ScopeOptions } from '../options/client-options.js';
import type { Actor } from '../relay/relay.js';
import { type Permission, explainByRoles, explainByTokens, needsTokens } from './explain-can.js';
import type { QuestionCache } from './question-cache.js';

/** Whose rights are asked for, and how to ask. */
export interface RightsQuestion {
  readonly actor: Actor;
  readonly scope: ScopeOptions;
  readonly questions: QuestionCache;
  /** The time, in milliseconds. */
  readonly now: number;
  /** Calls an action without arguments, whose answers are of a type, in this scope. */
  readonly ask: (
    command: string,
    action: string,
    output: DataType<never, unknown>,
    scope: ScopeOptions,
  ) => Promise<unknown>;
}

/** Answers are read leniently, but rights are not told by one of another form. All who ask share it, so it is frozen. */
function checked<T>(
  answer: unknown,
  command: string,
  action: string,
  expected: string,
  fits: (element: unknown) => element is T,
): readonly T[] {
  const refuse = (path: string, given: unknown): never => {
    throw new MismatchError({ command, action, mismatches: [{ path, expected, given }] });
  };
  if (!Array.isArray(answer)) return refuse('', answer);
  for (const [at, element] of answer.entries()) if (!fits(element)) return refuse(`[${at}]`, element);
  return deepFrozen(answer as T[]);
}

function deepFrozen<T extends object>(value: T): T {
  for (const field of Object.values(value))
    if (typeof field === 'object' && field !== null) deepFrozen(field as object);
  return Object.freeze(value);
}

const isText = (value: unknown): value is string => typeof value === 'string';

function isAssignment(value: unknown): value is RoleAssignment {
  const { role } = (value ?? {}) as Partial<RoleAssignment>;
  return Array.isArray(role?.tokens) && role.tokens.every(isText);
}

/** The roles that the actor holds; those of the person in a session. Source: protocol, observed. */
export function askRoles({ actor, questions, now, ask }: RightsQuestion): Promise<readonly RoleAssignment[]> {
  const command = actor.type === 'application' ? 'application' : 'user';
  return questions.ask(`${actor.key} roles`, now, async () => {
    const answer = await ask(command, 'getmyroles', arrayOf(roleAssignment), {});
    return checked(answer, command, 'getmyroles', 'a list of roles with their tokens', isAssignment);
  });
}

/** The tokens that the platform lists for the actor in this scope. Source: protocol, observed. */
export function askTokens({ actor, scope, questions, now, ask }: RightsQuestion): Promise<readonly string[]> {
  const { account, accounts, customer } = scope;
  const where = JSON.stringify([account ?? null, accounts ?? null, customer ?? null]);
  return questions.ask(`${actor.key} tokens ${where}`, now, async () => {
    const answer = await ask('api', 'mytokens', arrayOf(text()), scope);
    return checked(answer, 'api', 'mytokens', 'a list of tokens', isText);
  });
}

/** Whether the actor may use a token in this scope, and why. Source: protocol, observed. */
export async function askPermission(token: string, question: RightsQuestion): Promise<Permission> {
  const roles = await askRoles(question);
  const { account, accounts, customer } = question.scope;
  const elsewhere = question.actor.ownScope === true && (account ?? accounts ?? customer) === undefined;
  if (!elsewhere && !needsTokens(roles, question.scope)) return explainByRoles(token, roles, question.scope);
  return explainByTokens(token, await askTokens(question), question.scope);
}
