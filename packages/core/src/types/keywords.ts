import { arrayOf } from './array-of.js';
import { type DataType, dataType } from './data-type.js';
import { text } from './text.js';

/**
 * Keywords. As an argument a list, or a text with commas between them; in a response a list.
 * Source: protocol, documented (argument) and observed (response).
 */
/* @__NO_SIDE_EFFECTS__ */
export function keywords(): DataType<string | readonly string[], string[]> {
  const list = arrayOf(text());
  return dataType({
    name: 'String, comma-separated',
    expected: 'keywords, as an array or as a string with commas between them',
    jsonSchema: list.jsonSchema,
    write: (value) => {
      if (typeof value === 'string') return value;
      return Array.isArray(value) ? list.encode(value) : undefined;
    },
    read: (wire, reading) => (Array.isArray(wire) ? list.read(wire, reading) : undefined),
  });
}
