import { type DataType, dataType } from './data-type.js';

/** A value of a response about which nothing is known. It passes through as it was sent. */
/* @__NO_SIDE_EFFECTS__ */
export function open(): DataType<never, unknown> {
  return dataType<never, unknown>({
    name: 'not known',
    expected: 'nothing: a value whose type is not known is no argument',
    jsonSchema: {},
    write: () => undefined,
    read: (wire) => wire,
  });
}
