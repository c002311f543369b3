import { InvalidArgumentError } from '../errors/invalid-argument-error.js';
import { encodeComponent } from '../form/encode-form.js';
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
  if (typeof name === 'string' && name !== '' && !RENAMED.test(name)) return;
  throw new InvalidArgumentError({
    expected: 'an argument name that is not empty and has no ".", space, "[" or NUL',
    given: name,
    advice: "The platform's form parser would rename or drop it.",
  });
}

const MOST_NAMES = 1024;
/** Names that were checked, as they are written: the API has few, and they come with every request. */
const checked = /* @__PURE__ */ new Map<string, string>();

function encodeName(name: string): string {
  let encoded = checked.get(name);
  if (encoded === undefined) {
    checkArgumentName(name);
    encoded = encodeComponent(name);
    if (checked.size >= MOST_NAMES) checked.clear();
    checked.set(name, encoded);
  }
  return encoded;
}

/** The form with one more argument, but for one that is `undefined`. */
function append(form: string, name: string, value: ArgumentValue): string {
  if (value === undefined) return form;
  const encodedName = encodeName(name);
  try {
    const encoded = encodeComponent(encodeArgument(value));
    return form === '' ? `${encodedName}=${encoded}` : `${form}&${encodedName}=${encoded}`;
  } catch (error) {
    throw error instanceof InvalidArgumentError ? error.at({ argument: name }) : error;
  }
}

function encodePairs(pairs: readonly (readonly [string, ArgumentValue])[]): string {
  const seen = new Set<string>();
  let form = '';
  for (const pair of pairs) {
    if (!Array.isArray(pair) || pair.length !== 2) {
      throw new InvalidArgumentError({ argument: 'arguments', expected: 'pairs of a name and a value', given: pair });
    }
    const [name, value] = pair as readonly [string, ArgumentValue];
    if (seen.has(name)) {
      throw new InvalidArgumentError({
        argument: name,
        expected: 'each argument once',
        given: value,
        advice: 'The platform would read the last one only; give a list as an array.',
      });
    }
    seen.add(name);
    form = append(form, name, value);
  }
  return form;
}

/** By name, and nothing that would only look like it: a Map or URLSearchParams has its entries elsewhere. */
function isByName(given: object): given is { readonly [name: string]: ArgumentValue } {
  return !(Symbol.iterator in given) && !(given instanceof Date);
}

/**
 * Writes arguments as a form, in the order given; an `undefined` one is left out. Their names are
 * those that the platform's form parser will read. Source: protocol, documented and observed.
 *
 * @throws InvalidArgumentError naming the argument that can't be sent faithfully.
 */
export function encodeArguments(given: Arguments): string {
  if (Array.isArray(given)) return encodePairs(given as readonly (readonly [string, ArgumentValue])[]);
  if (typeof given !== 'object' || given === null || !isByName(given)) {
    throw new InvalidArgumentError({
      argument: 'arguments',
      expected: 'an object with the arguments by name, or an array of pairs',
      given,
    });
  }
  let form = '';
  // Not by entries, which cost as much as all the rest of this.
  for (const name of Object.keys(given)) form = append(form, name, given[name]);
  return form;
}
