import { type Action, allCommands } from '@streamone/core/catalogue';

/** Tokens by name, each with the actions that need it, as far as the catalogue knows. */
export function knownTokens(): ReadonlyMap<string, readonly string[]> {
  const known = new Map<string, string[]>();
  const all: readonly Action[] = allCommands.flatMap(({ actions }) => Object.values<Action>(actions));
  for (const { command, action, token } of all) {
    if (token !== undefined) known.set(token, [...(known.get(token) ?? []), `${command}/${action}`]);
  }
  return known;
}
