import { InvalidArgumentError, nearestName } from '@streamone/core';
import type { Action } from '@streamone/core/catalogue';
import { allTokens, memberTokens } from '../scenarios/tokens.js';
import type { State } from '../state/state.js';
import { tokenOf } from './token-of.js';

const KNOWN: ReadonlySet<string> = new Set([...allTokens, ...memberTokens, 'session-create']);

function cut(token: string): readonly [command: string, what: string] {
  const dash = token.indexOf('-');
  return dash === -1 ? [token, ''] : [token.slice(0, dash), token.slice(dash + 1)];
}

/** The token that was probably meant: both of its parts are those of known ones, or near them. */
function meant(token: string): string | undefined {
  const known = [...KNOWN].map(cut);
  const [command, what] = cut(token);
  const nearest = [
    nearestName(command, [...new Set(known.map(([name]) => name))]),
    nearestName(what, [...new Set(known.map(([, name]) => name))]),
  ].join('-');
  return KNOWN.has(nearest) ? nearest : undefined;
}

/**
 * Checks that no role of a scenario has a token with a slip in it: it would give no right, and nothing would tell.
 * The platform has more tokens than are known, so one that is like none is taken.
 *
 * @param own the actions that the server was given, whose tokens are right as they are
 * @throws InvalidArgumentError naming the role.
 */
export function checkTokens({ roles }: State, own: readonly Action[]): void {
  const right = new Set(own.map((action) => tokenOf(action)));
  for (const { name, tokens } of roles) {
    for (const given of tokens) {
      if (KNOWN.has(given) || right.has(given)) continue;
      const nearest = meant(given);
      if (nearest === undefined) continue;
      throw new InvalidArgumentError({
        argument: `the tokens of the role ${JSON.stringify(name)}`,
        expected: 'tokens of actions',
        given,
        advice: `Did you mean "${nearest}"?`,
      });
    }
  }
}
