import { type DataType, Status, isSecretName } from '@streamone/core';
import type { Action } from '@streamone/core/catalogue';
import { Refusal } from '../answer/refusal.js';
import { explainUnknownArgument, notAForm } from '../explain/explain-argument.js';
import { bodyKind } from '../form/body-kind.js';
import { shownText, utf8Text } from '../form/byte-string.js';
import type { FormValue } from '../form/php-array.js';
import type { Form } from '../form/read-form.js';
import { type ReadingContext, type ValueReader, valueReader } from './value-reader.js';

/** Arguments by name: read by their types, `null` where they were sent empty. */
export type ReadArguments = Record<string, unknown>;

/** Reads the arguments of one action. @throws Refusal with 6, naming the argument. */
export type ArgumentReader = (form: Form, context: ReadingContext) => ReadArguments;

interface Expected {
  /** The name under which it is read. */
  readonly name: string;
  readonly read: ValueReader;
  readonly words: string;
}

function refuse(argument: string, summary: string, expected?: string, given?: string): never {
  throw new Refusal(Status.INPUT_ERROR, {
    summary,
    argument,
    ...(expected !== undefined && { expected }),
    ...(given !== undefined && !isSecretName(argument) && { received: given }),
  });
}

function isText(value: FormValue): boolean {
  return typeof value === 'string' && utf8Text(value) !== undefined;
}

function readText(name: string, value: FormValue): string {
  if (typeof value !== 'string')
    refuse(
      name,
      `The argument "${name}" has brackets, and the API has no such lists: join the elements by commas, as in ${name}=a,b.`,
    );
  return (
    utf8Text(value) ?? refuse(name, `The argument "${name}" is not UTF-8; encode the text as UTF-8 before escaping it.`)
  );
}

function inRange({ min, max }: NonNullable<DataType['bounds']> = {}): string {
  if (min === undefined) return max === undefined ? '' : ` of at most ${max}`;
  return max === undefined ? ` from ${min}` : ` from ${min} to ${max}`;
}

/** In words what a type takes, for an explanation. */
function inWords({ name, bounds }: Pick<DataType, 'name' | 'bounds'>): string {
  if (name === 'Integer') return `a whole number${inRange(bounds)}`;
  if (bounds !== undefined) return `${name}${inRange(bounds)}`;
  if (name === 'Boolean') return 'Boolean: 1 or 0, or empty to unset';
  if (name === 'DateTime') return 'DateTime: YYYY-MM-DD HH:MM:SS, with an optional @zone that exists';
  if (name.startsWith('Array of')) return `${name}, joined by commas`;
  return name;
}

/**
 * Makes the reader of an action's arguments from its declaration in the catalogue. An empty one is
 * unset; an absent one takes its default. That an unknown, malformed or missing one is refused with
 * status 6 is inferred.
 *
 * @param spellings names that are taken as well: the declared name, by the other one
 */
export function argumentReader(action: Action, spellings: Readonly<Record<string, string>> = {}): ArgumentReader {
  const expected = new Map<string, Expected>();
  const required: string[] = [];
  const defaults: (readonly [string, unknown])[] = [];
  for (const [name, argument] of Object.entries(action.arguments)) {
    expected.set(name, { name, read: valueReader(argument.type), words: inWords(argument.type) });
    if (argument.required) required.push(name);
    if (argument.default !== undefined) defaults.push([name, argument.default]);
  }
  for (const [other, name] of Object.entries(spellings)) {
    const declared = expected.get(name);
    if (declared !== undefined) expected.set(other, declared);
  }
  const key = `${action.command}/${action.action}`;
  return ({ variables, raw }, context) => {
    const read: ReadArguments = {};
    for (const [name, value] of defaults) read[name] = value;
    for (const [bytes, value] of variables) {
      const name = shownText(bytes);
      const declared = expected.get(name);
      if (declared === undefined) {
        if (!action.openArguments || (bodyKind(raw) !== 'form' && !isText(value))) {
          throw new Refusal(Status.INPUT_ERROR, () => explainUnknownArgument(name, action, raw));
        }
        read[name] = readText(name, value);
        continue;
      }
      const text = readText(name, value);
      read[declared.name] = text === '' ? null : declared.read(text, context);
      if (read[declared.name] === undefined)
        refuse(name, `The argument "${name}" is not what its type takes.`, declared.words, text);
    }
    for (const name of required) {
      if (read[name] !== undefined && read[name] !== null) continue;
      const what = read[name] === null ? ', and it is empty' : ' in the body';
      refuse(name, notAForm(raw) ?? `${key} needs the argument "${name}"${what}.`, expected.get(name)?.words);
    }
    return read;
  };
}
