import type { Action } from '@streamone/core/catalogue';
import { tokenOf } from '../rights/token-of.js';
import type { State } from '../state/state.js';
import { allTokens, memberTokens } from './tokens.js';

/**
 * Gives the tokens of own actions to those who may do everything: to the roles that hold every token of the
 * catalogue, and for actions that need no account also to the role for what concerns the actor alone.
 */
export function grantTokens(state: State, actions: readonly Action[]): void {
  if (actions.length === 0) return;
  const tokens = actions.flatMap((action) => tokenOf(action) ?? []);
  const free = actions.flatMap((action) => (action.needs === 'nothing' ? (tokenOf(action) ?? []) : []));
  for (const { id, tokens: held } of state.roles) {
    const everything = allTokens.every((token) => held.includes(token));
    const member = held.length === memberTokens.length && memberTokens.every((token) => held.includes(token));
    const more = everything ? tokens : member ? free : [];
    if (more.length > 0) state.roles.update(id, { tokens: [...new Set([...held, ...more])] });
  }
}
