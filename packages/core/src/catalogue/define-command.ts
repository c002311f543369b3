import { InvalidArgumentError } from '../errors/invalid-argument-error.js';
import type { Action, Command } from './action.js';

/**
 * Gathers the actions of one command, so that a client can be given all of them by one name.
 *
 * @throws InvalidArgumentError when one is of another command, or stands under another name than its own.
 */
/* @__NO_SIDE_EFFECTS__ */
export function defineCommand<
  const Name extends string,
  const Actions extends Readonly<Record<string, Action<NoInfer<Name>>>>,
>(command: Name, actions: Actions): Command<Name, Actions> {
  for (const [name, action] of Object.entries(actions)) {
    if (action.command === command && action.action === name) continue;
    throw new InvalidArgumentError({
      argument: `defineCommand('${command}').${name}`,
      expected: `the action ${command}/${name}`,
      given: `${action.command}/${action.action}`,
      advice: 'An action stands under its own name.',
    });
  }
  return { command, actions };
}
