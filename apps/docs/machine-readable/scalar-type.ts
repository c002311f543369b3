import type { DataType, JsonSchema } from '@streamone/core';
import type { Evidence } from '@streamone/core/catalogue';

/** A data type that is no list and no object, in the three forms that a value of it has. */
export interface ScalarType {
  /** The type; its `jsonSchema` is the form in a response. */
  readonly type: DataType;
  /** Name of its schema, for those that are worth a reference. */
  readonly schema: string;
  readonly description: string;
  readonly evidence: Evidence;
  /** What an argument may be, as a JSON value that is given to a client. */
  readonly argument: JsonSchema;
  /** The argument as a field of the form that is sent; as `argument` unless given. */
  readonly form?: JsonSchema;
  /** Whether an empty text is a value like any other, so that unsetting needs no form of its own. */
  readonly emptyIsText?: boolean;
  /** Whether the schema stands where it is used, since it says no more than its name. */
  readonly inline?: boolean;
  /** Whether a value may hold a comma, which an element of a list may not. */
  readonly comma?: boolean;
}
