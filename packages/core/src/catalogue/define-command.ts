import type { Action, Command } from './action.js';

/** Gathers the actions of one command, so that a client can be given all of them by one name. */
export function defineCommand<
  const Name extends string,
  const Actions extends Readonly<Record<string, Action<NoInfer<Name>>>>,
>(command: Name, actions: Actions): Command<Name, Actions> {
  return { command, actions };
}
