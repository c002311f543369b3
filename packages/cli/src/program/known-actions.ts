import type { Action, CatalogueEntry } from '@streamone/core/catalogue';
import { catalogue } from '@streamone/core/catalogue';
import type { KnownAction } from './known-action.js';

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
