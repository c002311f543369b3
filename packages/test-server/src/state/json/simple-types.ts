import type { RecordKind } from '../record-kinds.js';
import type { FieldType, Json, JsonSchema } from './field-type.js';
import { refuse } from './refuse.js';

/** A type whose values are the same in JSON, told apart by a guard. */
function same<T extends Json>(expected: string, fits: (json: unknown) => json is T, schema: JsonSchema): FieldType<T> {
  return {
    schema,
    read: (given, path) => (fits(given) ? given : refuse(path, { expected, given })),
    write: (value) => value,
  };
}

const isText = (json: unknown): json is string => typeof json === 'string';
const isFlag = (json: unknown): json is boolean => typeof json === 'boolean';
const isWhole = (json: unknown): json is number => Number.isSafeInteger(json) && Number(json) >= 0;

/** A text, empty or not. */
export const text = same('a text', isText, { type: 'string' });

function isZone(json: unknown): json is string {
  if (!isText(json)) return false;
  try {
    return new Intl.DateTimeFormat('en', { timeZone: json }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

/** A time zone that this machine knows. */
export const zone = same('an IANA time zone, as Europe/Amsterdam', isZone, { type: 'string' });

/** True or false. */
export const flag = same('true or false', isFlag, { type: 'boolean' });

/** A whole number from 0. */
export const whole = same('a whole number from 0', isWhole, { type: 'integer', minimum: 0 });

/** A text that no error shows. */
export const secretText: FieldType<string> = {
  schema: { type: 'string' },
  secret: true,
  read: (given, path) => (isText(given) ? given : refuse(path, { expected: 'a text', given, secret: true })),
  write: (value) => value,
};

/** One of some words. */
export function oneOf<const Word extends string>(...words: readonly Word[]): FieldType<Word> {
  const isWord = (json: unknown): json is Word => words.some((word) => word === json);
  return same(words.join(' or '), isWord, { enum: words });
}

const ID = /^[A-Za-z0-9_-]{1,64}$/;
const isId = (json: unknown): json is string => typeof json === 'string' && ID.test(json);

/** An ID of a record's own. */
export const id = same('an ID: 1 to 64 letters, digits, "_" and "-"', isId, { type: 'string', pattern: ID.source });

/** The ID of another record. */
export function reference(kind: RecordKind): FieldType<string> {
  return {
    schema: { type: 'string', description: `One of the ${kind}: its ID or, in a scenario, its name.` },
    read: (given, path, { resolve, refuseMissing }) => {
      if (!isText(given)) return refuse(path, { expected: `the ID of one of the ${kind}`, given });
      if (resolve === undefined) return given;
      const expected = `the ID of one of the ${kind}, or its name where no other has it`;
      return resolve(kind, given) ?? refuseMissing?.(kind, given, path) ?? refuse(path, { expected, given });
    },
    write: (value) => value,
  };
}
