import { type DataType, dataType } from './data-type.js';

/** A field of a response that may be null. An argument needs none of this: `null` unsets any of them. */
/* @__NO_SIDE_EFFECTS__ */
export function nullable<Input, Output>(type: DataType<Input, Output>): DataType<Input, Output | null> {
  return dataType<Input, Output | null>({
    name: `${type.name} or null`,
    expected: type.expected,
    values: type.values,
    element: type.element,
    fields: type.fields,
    jsonSchema: { anyOf: [type.jsonSchema, { type: 'null' }] },
    plain: type.plain,
    orNull: true,
    write: (value) => type.encode(value as Input),
    read: (wire, reading) => (wire === null ? null : type.read(wire, reading)),
  });
}
