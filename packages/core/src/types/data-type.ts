import { InvalidArgumentError } from '../errors/invalid-argument-error.js';
import { MismatchError } from './mismatch-error.js';
import type { Mismatch } from './mismatch.js';

/** A JSON Schema (2020-12), as plain data. */
export interface JsonSchema {
  readonly [keyword: string]: unknown;
}

/** What a value is read with: the zone of its dates, and where contradictions are noted. */
export interface Reading {
  /** IANA zone of the dates, by the response's header. */
  readonly timezone: string | undefined;
  readonly mismatches: Mismatch[];
  /** Whether nobody else holds what is read, so that objects and lists are changed where they stand and not copied. */
  readonly own?: boolean | undefined;
}

/**
 * A data type of the API: how it is written as an argument and read from a response.
 * `Input` is what an argument may be, `Output` what a response gives.
 */
export interface DataType<Input = unknown, Output = unknown> {
  /** The type's name in the API's documents, as `Array of Hash`. */
  readonly name: string;
  /** What an argument may be, in words, for error messages and help. */
  readonly expected: string;
  /** The values that are known, for a label. */
  readonly values?: readonly string[] | undefined;
  /** The least and the greatest argument, both included, for a number that has bounds. */
  readonly bounds?: { readonly min?: number | undefined; readonly max?: number | undefined } | undefined;
  /** The element's type, for an array. */
  readonly element?: DataType | undefined;
  /** The fields' types, for an object. */
  readonly fields?: Readonly<Record<string, DataType>> | undefined;
  /** The type of a response's value as JSON Schema. */
  readonly jsonSchema: JsonSchema;
  /** What JavaScript calls the values that are read as they are, so that the reader of a row need not ask for each. */
  readonly plain?: 'string' | 'boolean' | undefined;
  /** Whether null is read as it is. */
  readonly orNull?: boolean | undefined;
  /**
   * Writes an argument as text.
   *
   * @throws InvalidArgumentError when the value is not of the type.
   */
  encode(value: Input): string;
  /**
   * Reads one value of a response.
   *
   * @param context the IANA zone of dates that name none
   * @throws MismatchError when the value contradicts the type.
   */
  decode(wire: unknown, context?: { readonly timezone?: string | undefined }): Output;
  /** Reads a value leniently: what contradicts the type is left as it is, and noted. */
  read(wire: unknown, reading: Reading): Output;
}

/** What {@link dataType} makes a type of. */
export interface DataTypeDefinition<Output> {
  readonly name: string;
  readonly expected: string;
  readonly values?: readonly string[] | undefined;
  readonly bounds?: DataType['bounds'];
  readonly element?: DataType | undefined;
  readonly fields?: Readonly<Record<string, DataType>> | undefined;
  readonly jsonSchema: JsonSchema;
  readonly plain?: DataType['plain'];
  readonly orNull?: boolean | undefined;
  /** Writes an argument, or gives `undefined` for a value that is not of the type. */
  write(value: unknown): string | undefined;
  /** Reads a value, or gives `undefined` for one that contradicts the type. */
  read(wire: unknown, reading: Reading): Output | undefined;
}

/** Makes a data type of the two functions that write and read it. */
/* @__NO_SIDE_EFFECTS__ */
export function dataType<Input, Output>(definition: DataTypeDefinition<Output>): DataType<Input, Output> {
  const { name, expected, values, bounds, element, fields, jsonSchema, plain, orNull } = definition;
  const read = (wire: unknown, reading: Reading): Output => {
    const value = definition.read(wire, reading);
    if (value !== undefined) return value;
    reading.mismatches.push({ path: '', expected: name, given: wire });
    // The one place where a value may have another type than its declaration says: readers are lenient.
    return wire as Output;
  };
  return {
    name,
    expected,
    ...(values && { values }),
    ...(bounds && { bounds }),
    ...(element && { element }),
    ...(fields && { fields }),
    jsonSchema,
    ...(plain && { plain }),
    ...(orNull && { orNull }),
    encode(value) {
      const text = definition.write(value);
      if (text === undefined) throw new InvalidArgumentError({ expected, given: value });
      return text;
    },
    decode(wire, context = {}) {
      const mismatches: Mismatch[] = [];
      const value = read(wire, { timezone: context.timezone, mismatches });
      const [first] = mismatches;
      if (first !== undefined) throw new MismatchError({ mismatches: [first, ...mismatches.slice(1)] });
      return value;
    },
    read,
  };
}

/** Puts the name of the field or element that was just read before the mismatches found in it. */
export function placeMismatches(reading: Reading, from: number, step: string): void {
  const { mismatches } = reading;
  for (let at = from; at < mismatches.length; at++) {
    const mismatch = mismatches[at];
    if (mismatch === undefined) continue;
    const join = mismatch.path === '' || mismatch.path.startsWith('[') ? '' : '.';
    mismatches[at] = { ...mismatch, path: `${step}${join}${mismatch.path}` };
  }
}
