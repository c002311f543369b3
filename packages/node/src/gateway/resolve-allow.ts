import type { ClientInside } from '@streamone/client/gateway';
import { InvalidArgumentError } from '@streamone/core';
import { type Action, allCommands } from '@streamone/core/catalogue';

const EXPECTED = 'an array of actions, as ["item/view"]';

function find(path: string, { family }: ClientInside): Action | undefined {
  const [command = '', name = ''] = path.split('/', 2);
  const ofCatalogue = allCommands.find((known) => known.command === command)?.actions as
    | Readonly<Record<string, Action>>
    | undefined;
  const inCatalogue = ofCatalogue !== undefined && Object.hasOwn(ofCatalogue, name) ? ofCatalogue[name] : undefined;
  return family.table.get(command)?.get(name) ?? inCatalogue;
}

function actionOf(entry: string | Action, inside: ClientInside): Action {
  if (typeof entry === 'object' && entry !== null && typeof entry.command === 'string') return entry;
  const action = typeof entry === 'string' && /^[a-z0-9]+\/[a-z0-9]+$/.test(entry) ? find(entry, inside) : undefined;
  if (action !== undefined) return action;
  throw new InvalidArgumentError({
    argument: 'allow',
    expected: 'names of actions that the catalogue or the client has, as "item/view"',
    given: entry,
    advice: 'Declare an action that the catalogue lacks by defineAction, and give it in the place of its name.',
  });
}

/**
 * The actions that pages may call, by `command/action`.
 *
 * @throws InvalidArgumentError for one that is not known, or that begins or ends sessions.
 */
export function resolveAllow(allow: readonly (string | Action)[], inside: ClientInside): ReadonlyMap<string, Action> {
  if (!Array.isArray(allow)) throw new InvalidArgumentError({ argument: 'allow', expected: EXPECTED, given: allow });
  const actions = (allow as readonly (string | Action)[]).map((entry) => actionOf(entry, inside));
  const own = actions.find(({ command }) => command === 'session');
  if (own !== undefined) {
    throw new InvalidArgumentError({
      argument: 'allow',
      expected: 'no action of the command session',
      given: `${own.command}/${own.action}`,
      advice: 'The gateway logs people in and out by routes of its own, which keep the key of the session back.',
    });
  }
  return new Map(actions.map((action) => [`${action.command}/${action.action}`, action]));
}
