import type { Action, ArgumentDefinition, CatalogueEntry } from '@streamone/core/catalogue';
import { catalogue } from '@streamone/core/catalogue';

/** An argument with what is told about it, if anything. */
export interface KnownArgument extends ArgumentDefinition {
  readonly description?: string;
}

/** An action that is a command here: of the catalogue, or a user's own. */
export interface KnownAction extends Action {
  readonly arguments: { readonly [name: string]: KnownArgument };
  readonly description: string;
  /** How well it is known. */
  readonly evidence: string;
}

/** The catalogue's actions and a user's own, which take the place of the catalogue's where both have one. */
export function knownActions(own: readonly Action[]): ReadonlyMap<string, KnownAction> {
  const known = new Map<string, KnownAction>();
  const entries: readonly CatalogueEntry[] = Object.values(catalogue).filter((entry) => entry !== undefined);
  for (const entry of entries) known.set(`${entry.command}/${entry.action}`, entry);
  for (const action of own) {
    const told = { description: `${action.command}/${action.action}, declared by you`, evidence: 'declared by you' };
    known.set(`${action.command}/${action.action}`, { ...action, ...told });
  }
  return known;
}
