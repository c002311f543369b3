import { type DataType, dataType } from './data-type.js';

/** A mask of IP addresses. Its form is not known, so any text without blanks passes. Source: protocol, documented by name. */
/* @__NO_SIDE_EFFECTS__ */
export function ipMask(): DataType<string, string> {
  return dataType({
    name: 'IP Mask',
    expected: 'a mask of IP addresses, as text without blanks',
    jsonSchema: { type: 'string' },
    write: (value) => (typeof value === 'string' && /^\S{1,1000}$/.test(value) ? value : undefined),
    plain: 'string',
    read: (wire) => (typeof wire === 'string' ? wire : undefined),
  });
}
