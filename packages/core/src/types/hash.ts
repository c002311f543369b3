import { type DataType, dataType } from './data-type.js';

const HASH = /^[A-Za-z0-9_-]{1,64}$/;

/** An ID: 12 characters of `A-Z a-z 0-9 _ -` today, 6 to 10 in old data. Source: protocol, observed. */
/* @__NO_SIDE_EFFECTS__ */
export function hash(): DataType<string, string> {
  return dataType({
    name: 'Hash',
    expected: 'an ID of letters, digits, "_" and "-"',
    jsonSchema: { type: 'string', pattern: HASH.source },
    write: (value) => (typeof value === 'string' && HASH.test(value) ? value : undefined),
    plain: 'string',
    read: (wire) => (typeof wire === 'string' ? wire : undefined),
  });
}
