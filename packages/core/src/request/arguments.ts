import { InvalidArgumentError } from '../errors/invalid-argument-error.js';
import { type ArgumentValue, encodeArgument } from './argument-value.js';

/** Arguments by name, or as pairs where the order matters. */
export type Arguments =
  | { readonly [name: string]: ArgumentValue }
  | readonly (readonly [name: string, value: ArgumentValue])[];

/** PHP's form parser would rename these: `.` and space become `_`, `[` opens a list, NUL ends the name. */
const RENAMED = /[.\u0020[\0]/;

/**
 * Checks the name of an argument.
 *
 * @throws InvalidArgumentError when the platform's form parser would read another name.
 */
export function checkArgumentName(name: string): void {
  if (name !== '' && !RENAMED.test(name)) return;
  throw new InvalidArgumentError({
    expected: 'an argument name that is not empty and has no ".", space, "[" or NUL',
    given: name,
    advice: "The platform's form parser would rename or drop it.",
  });
}

function isPairs(given: Arguments): given is readonly (readonly [string, ArgumentValue])[] {
  return Array.isArray(given);
}

/**
 * The pairs to send for some arguments, in the order given; an `undefined` one is left out.
 *
 * @throws InvalidArgumentError naming the argument that can't be sent faithfully.
 */
export function argumentPairs(given: Arguments): [string, string][] {
  const pairs: [string, string][] = [];
  const list = isPairs(given);
  const seen = list ? new Set<string>() : undefined;
  for (const [name, value] of list ? given : Object.entries(given)) {
    if (value === undefined) continue;
    checkArgumentName(name);
    if (seen?.has(name)) {
      throw new InvalidArgumentError({
        argument: name,
        expected: 'each argument once',
        given: value,
        advice: 'The platform would read the last one only; give a list as an array.',
      });
    }
    seen?.add(name);
    pairs.push([name, encodeNamed(name, value)]);
  }
  return pairs;
}

function encodeNamed(name: string, value: ArgumentValue): string {
  try {
    return encodeArgument(value);
  } catch (error) {
    throw error instanceof InvalidArgumentError ? error.at({ argument: name }) : error;
  }
}
