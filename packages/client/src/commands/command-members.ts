import { InvalidArgumentError } from '@streamone/core';
import { type Action, type Command, clientMembers } from '@streamone/core/catalogue';

/** The actions of a client, by command and name. */
export type ActionTable = ReadonlyMap<string, ReadonlyMap<string, Action>>;

/**
 * Gathers commands and single actions; what is given later under the same name replaces the former.
 *
 * @throws InvalidArgumentError when a command is named like a member of the client.
 */
export function actionTable(entries: readonly (Command | Action)[]): ActionTable {
  const table = new Map<string, Map<string, Action>>();
  for (const entry of entries) {
    const { command } = entry;
    if (clientMembers.has(command)) {
      throw new InvalidArgumentError({
        argument: 'commands',
        expected: 'commands that are not named like a member of the client',
        given: command,
      });
    }
    const actions = table.get(command) ?? new Map<string, Action>();
    for (const action of 'actions' in entry ? Object.values(entry.actions) : [entry])
      actions.set(action.action, action);
    table.set(command, actions);
  }
  return table;
}

/** Runs an action for a client. */
export type RunAction = (client: object, action: Action, args?: object, options?: object) => unknown;

/**
 * Gives a client's prototype a member for each command. It is made when it is first used, so that a
 * derived client costs next to nothing.
 */
export function defineCommandMembers(prototype: object, table: ActionTable, run: RunAction): void {
  for (const [command, actions] of table) {
    Object.defineProperty(prototype, command, {
      enumerable: true,
      get(this: object) {
        const methods = [...actions].map(
          ([name, action]) => [name, (args?: object, options?: object) => run(this, action, args, options)] as const,
        );
        const member = Object.freeze(Object.fromEntries(methods));
        Object.defineProperty(this, command, { value: member });
        return member;
      },
    });
  }
}
