import { InvalidArgumentError } from '@streamone/core';
import type { Action } from '@streamone/core/catalogue';

function encodeOne(action: Action, name: string, value: unknown): unknown {
  if (Array.isArray(value) && value.length === 0) {
    throw new InvalidArgumentError({
      expected: 'an array of at least one element',
      given: value,
      advice: 'An empty list would be sent as an empty value, which unsets; leave it out, or give null to unset.',
    });
  }
  const definition = Object.hasOwn(action.arguments, name) ? action.arguments[name] : undefined;
  if (definition === undefined || value === null) return value;
  return definition.type.encode(value);
}

function refuseUnknown({ arguments: known, command, action }: Action, name: string): never {
  const names = Object.keys(known);
  throw new InvalidArgumentError({
    expected: names.length === 0 ? 'no arguments' : `arguments named ${names.join(', ')}`,
    given: name,
    advice: `An argument that the catalogue lacks goes by call('${command}/${action}', …).`,
  });
}

function checkForm({ command, action }: Action, given: unknown): void {
  const prototype: unknown = typeof given === 'object' && given !== null ? Object.getPrototypeOf(given) : undefined;
  if (prototype === Object.prototype || prototype === null) return;
  throw new InvalidArgumentError({ command, action, expected: 'arguments as an object, by name', given });
}

/**
 * Checks the arguments of a declared action and writes them as text. `undefined` is left out,
 * `null` is sent empty.
 *
 * @param strict whether an argument that is not declared is refused
 * @throws InvalidArgumentError naming the argument, what was given and what is expected.
 */
export function prepareArguments(
  action: Action,
  given: Readonly<Record<string, unknown>>,
  strict: boolean,
): (readonly [string, unknown])[] {
  checkForm(action, given);
  const pairs: (readonly [string, unknown])[] = [];
  const place = { command: action.command, action: action.action };
  for (const [name, value] of Object.entries(given)) {
    if (value === undefined) continue;
    try {
      if (strict && !action.openArguments && !Object.hasOwn(action.arguments, name)) refuseUnknown(action, name);
      pairs.push([name, encodeOne(action, name, value)]);
    } catch (error) {
      throw error instanceof InvalidArgumentError ? error.at({ ...place, argument: name }) : error;
    }
  }
  if (strict) checkRequired(action, given);
  return pairs;
}

const required = new WeakMap<Action, readonly string[]>();

/** Looked up once for each action: some have dozens of arguments, and few that are required. */
function requiredOf(action: Action): readonly string[] {
  let names = required.get(action);
  if (names === undefined) {
    names = Object.keys(action.arguments).filter((name) => action.arguments[name]?.required === true);
    required.set(action, names);
  }
  return names;
}

function checkRequired(action: Action, given: Readonly<Record<string, unknown>>): void {
  for (const name of requiredOf(action)) {
    if (given[name] !== undefined && given[name] !== null) continue;
    const { command, action: of } = action;
    const expected = action.arguments[name]?.type.expected ?? 'a value';
    throw new InvalidArgumentError({ command, action: of, argument: name, expected, given: given[name] });
  }
}
