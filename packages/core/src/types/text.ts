import { type DataType, dataType } from './data-type.js';

/** Any text ("String" in the documents). Source: protocol, documented. */
/* @__NO_SIDE_EFFECTS__ */
export function text(): DataType<string, string> {
  return dataType({
    name: 'String',
    expected: 'a string',
    jsonSchema: { type: 'string' },
    write: (value) => (typeof value === 'string' ? value : undefined),
    plain: 'string',
    read: (wire) => (typeof wire === 'string' ? wire : undefined),
  });
}
