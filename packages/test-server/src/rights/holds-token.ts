import type { ActorRecord } from '../state/records.js';
import type { State } from '../state/state.js';
import { type Scope, covers } from './covers.js';

/** Whether some role of the actor that covers the scope holds the token. Source: protocol, observed. */
export function holdsToken(actor: ActorRecord, token: string, scope: Scope, { roles }: State): boolean {
  for (const assignment of actor.roles) {
    if (covers(assignment, scope) && roles.get(assignment.role)?.tokens.includes(token)) return true;
  }
  return false;
}
