import type { RequestScope } from '../answer/request-scope.js';
import type { ActorRecord } from '../state/records.js';
import type { State } from '../state/state.js';
import { type Scope, covers } from './covers.js';

function heldIn(actor: ActorRecord, scope: Scope, { roles }: State): string[] {
  const covering = actor.roles.filter((assignment) => covers(assignment, scope));
  return covering.flatMap(({ role }) => roles.get(role)?.tokens ?? []);
}

/**
 * The tokens that an actor holds in a scope; with several accounts those held in all of them
 * (observed). Without account and customer those of roles that hold everywhere (inferred).
 */
export function tokensHeld(actor: ActorRecord, { accounts, customer }: RequestScope, state: State): string[] {
  const [first, ...rest] = accounts;
  if (first === undefined) return [...new Set(heldIn(actor, { customer: customer?.id }, state))];
  const others = rest.map(({ id, customer: owner }) => new Set(heldIn(actor, { account: id, customer: owner }, state)));
  const held = new Set(heldIn(actor, { account: first.id, customer: first.customer }, state));
  return [...held].filter((token) => others.every((tokens) => tokens.has(token)));
}
