import { generatedHandler } from '../generated/generated-handler.js';
import { grantTokens } from '../scenarios/grant-tokens.js';
import type { State } from '../state/state.js';
import type { ActionHandler } from './action-handler.js';
import type { SortedActions } from './own-actions.js';

/** What answers the actions that a server was given. Handlers come last, and so take the place of what is declared alone. */
export function ownHandlers({ handlers, declared }: SortedActions, seed: number): readonly ActionHandler[] {
  return [
    ...declared.map((action) => generatedHandler(action, seed)),
    ...handlers.map((handler) => ({ ...handler, own: true })),
  ];
}

/**
 * Puts what own actions need into a state that was just filled: the rights to call them, and the first
 * records of resources.
 *
 * @param account the ID of the account for rows that name none
 * @throws InvalidArgumentError for a row that contradicts its declaration.
 */
export function putOwnActions({ handlers, declared, resources }: SortedActions, state: State, account: string): void {
  grantTokens(state, [...declared, ...handlers.map(({ action }) => action)]);
  for (const resource of resources) resource.fill(state, account);
}
