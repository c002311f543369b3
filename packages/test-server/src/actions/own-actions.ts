import { InvalidArgumentError } from '@streamone/core';
import type { Action, Command } from '@streamone/core/catalogue';
import type { OwnResource } from '../resources/resource.js';
import type { ActionHandler } from './action-handler.js';

/**
 * What a server can be given to answer: a handler, a resource, or a declaration (an action or a whole
 * command), which is answered with generated data; or a list of these.
 */
export type OwnActions = ActionHandler | OwnResource | Action | Command | readonly OwnActions[];

/** What was given, sorted. */
export interface SortedActions {
  readonly handlers: readonly ActionHandler[];
  /** The actions that are declared; those for which there is a handler among them. */
  readonly declared: readonly Action[];
  readonly resources: readonly OwnResource[];
}

type Given = Exclude<OwnActions, readonly OwnActions[]>;

function refuse(place: string, given: unknown): never {
  throw new InvalidArgumentError({
    argument: place,
    expected: 'what handler(), resource(), defineAction() or defineCommand() gave, or a list of these',
    given,
  });
}

function isFields(given: unknown): given is Readonly<Record<string, unknown>> {
  return typeof given === 'object' && given !== null;
}

function isAction(given: unknown): given is Action {
  return (
    isFields(given) &&
    typeof given['command'] === 'string' &&
    typeof given['action'] === 'string' &&
    isFields(given['arguments']) &&
    isFields(given['output'])
  );
}

/** Whether it is one of what can be given; types say so, and not everybody has types. */
function isGiven(given: unknown): given is Given {
  if (isAction(given)) return true;
  if (!isFields(given)) return false;
  if ('handle' in given) return typeof given['handle'] === 'function' && isAction(given['action']);
  if ('fill' in given) return typeof given['fill'] === 'function' && Array.isArray(given['handlers']);
  return isFields(given['actions']) && Object.values(given['actions']).every(isAction);
}

function flat(given: OwnActions, place: string): readonly Given[] {
  if (Array.isArray(given)) {
    return given.flatMap((each: OwnActions, index) => flat(each, `${place}[${index}]`));
  }
  return isGiven(given) ? [given] : refuse(place, given);
}

const key = ({ command, action }: Action): string => `${command}/${action}`;

function byKey(handlers: readonly ActionHandler[]): [string, ActionHandler][] {
  return handlers.map((handler) => [key(handler.action), handler]);
}

function checkOnce(resources: readonly OwnResource[]): void {
  const commands = resources.map(({ command }) => command);
  const twice = commands.find((command, index) => commands.indexOf(command) !== index);
  if (twice === undefined) return;
  throw new InvalidArgumentError({ argument: 'actions', expected: 'one resource for a command', given: twice });
}

/**
 * Sorts what a server is given to answer. Wherever they stand, a handler is stronger than a resource, and
 * both are stronger than a declaration; of several handlers for one action the last counts.
 *
 * @throws InvalidArgumentError for what is none of these, and for two resources of one command.
 */
export function sortActions(given: readonly OwnActions[]): SortedActions {
  const all = flat(given, 'actions');
  const resources = all.filter((each) => 'fill' in each);
  checkOnce(resources);
  const handlers = new Map([
    ...byKey(resources.flatMap((each) => each.handlers)),
    ...byKey(all.filter((each) => 'handle' in each)),
  ]);
  const declared = all.flatMap((each): readonly Action[] => {
    if ('handle' in each) return [];
    if ('fill' in each) return each.declared;
    return 'actions' in each ? Object.values(each.actions) : [each];
  });
  return { handlers: [...handlers.values()], declared, resources };
}
