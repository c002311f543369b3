import { type DataType, dataType } from './data-type.js';

/** True or false; `1` or `0` as an argument. Source: protocol, documented. */
/* @__NO_SIDE_EFFECTS__ */
export function bool(): DataType<boolean, boolean> {
  return dataType({
    name: 'Boolean',
    expected: 'true or false',
    jsonSchema: { type: 'boolean' },
    write: (value) => (typeof value === 'boolean' ? (value ? '1' : '0') : undefined),
    plain: 'boolean',
    read: (wire) => (typeof wire === 'boolean' ? wire : undefined),
  });
}
