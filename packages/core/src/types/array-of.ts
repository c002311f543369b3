import { InvalidArgumentError } from '../errors/invalid-argument-error.js';
import { type DataType, dataType, placeMismatches } from './data-type.js';

const JOINED = 'Elements are joined by commas, so the platform would read another list.';

function writeElement<Input>(type: DataType<Input>, element: Input, index: number): string {
  const argument = `[${index}]`;
  if (typeof element === 'string' && element.includes(',')) {
    throw new InvalidArgumentError({
      argument,
      expected: `${type.expected}, without a comma`,
      given: element,
      advice: JOINED,
    });
  }
  let text: string;
  try {
    text = type.encode(element);
  } catch (error) {
    throw error instanceof InvalidArgumentError ? error.at({ argument }) : error;
  }
  if (text !== '' && !text.includes(',')) return text;
  throw new InvalidArgumentError({
    argument,
    expected: text === '' ? 'an element that is not empty' : 'an element that is written without a comma',
    given: element,
    advice: JOINED,
  });
}

/**
 * A list. As an argument its elements are joined by commas, so none may hold one; an empty list is
 * refused, since the platform would read it as "unset" and show everything (give `null` to unset).
 * Source: protocol, documented.
 */
/* @__NO_SIDE_EFFECTS__ */
export function arrayOf<Input, Output>(type: DataType<Input, Output>): DataType<readonly Input[], Output[]> {
  return dataType<readonly Input[], Output[]>({
    name: `Array of ${type.name}`,
    expected: `an array of at least one element, each ${type.expected}`,
    element: type,
    jsonSchema: { type: 'array', items: type.jsonSchema },
    write: (value) => {
      if (!Array.isArray(value)) return undefined;
      if (value.length > 0) {
        // Not by map, which would pass over holes and leave them empty.
        return Array.from(value as Input[], (element, index) => writeElement(type, element, index)).join(',');
      }
      throw new InvalidArgumentError({
        expected: 'an array of at least one element',
        given: value,
        advice:
          'An empty list would be sent as an empty value, which unsets; leave the argument out, or give null to unset.',
      });
    },
    read: (wire, reading) => {
      if (!Array.isArray(wire)) return undefined;
      const given = wire as unknown[];
      const out = reading.own === true ? given : [];
      for (let index = 0; index < given.length; index++) {
        const before = reading.mismatches.length;
        out[index] = type.read(given[index], reading);
        if (reading.mismatches.length > before) placeMismatches(reading, before, `[${index}]`);
      }
      return out as Output[];
    },
  });
}
