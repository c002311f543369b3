import type { RecordKind } from '../record-kinds.js';

/** A value as JSON has it. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json };

/** A JSON Schema, as far as the state needs it. */
export type JsonSchema = { readonly [keyword: string]: Json };

/** What the reading of a field may ask. */
export interface Reading {
  /** Finds the ID of the record that is meant, where one may be named by more than its ID; `undefined` for none. */
  readonly resolve?: ((kind: RecordKind, given: string) => string | undefined) | undefined;
  /** Refuses the name of a record that was not found, where there is more to say than that. */
  readonly refuseMissing?: ((kind: RecordKind, given: string, path: string) => never) | undefined;
}

/** How the values of a field are written as JSON. */
export interface FieldType<T> {
  /** What describes the JSON to an editor. */
  readonly schema: JsonSchema;
  /** Whether no error may show what was given. */
  readonly secret?: boolean;
  /**
   * Reads a value.
   *
   * @param path where it stands, for errors
   * @throws InvalidArgumentError when it has another form.
   */
  read(json: unknown, path: string, reading: Reading): T;
  write(value: T): Json;
}

/** The type of every field of a record or of a part of one. */
export type FieldTypes<T> = { readonly [Name in keyof T]-?: FieldType<T[Name]> };
