import { allCommands } from '@streamone/node';
import type { Action } from '@streamone/core/catalogue';
import type { Context } from '../program/context.js';

/** The declaration of `command/action`, of the user's own or of the catalogue; `undefined` where nobody declared it. */
export async function declaredAction(context: Context, path: string): Promise<Action | undefined> {
  const isIt = ({ command, action }: Action): boolean => `${command}/${action}` === path;
  const own = (await context.own()).findLast(isIt);
  if (own !== undefined) return own;
  const all: readonly Action[] = allCommands.flatMap(({ actions }) => Object.values<Action>(actions));
  return all.find(isIt);
}
