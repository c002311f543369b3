import { InvalidArgumentError } from '../errors/invalid-argument-error.js';
import { DROPOFF_FIELDS, type DropoffFields } from './dropoff-fields.js';
import { checkFields, checkXmlText } from './xml/check-xml-text.js';
import { writeXml } from './xml/write-xml.js';

function keywords(argument: string, list: unknown): string {
  if (!Array.isArray(list)) throw new InvalidArgumentError({ argument, expected: 'an array of keywords', given: list });
  list.forEach((keyword: unknown, index) => {
    const place = `${argument}[${index}]`;
    const text = checkXmlText(place, keyword);
    if (text !== '' && text === text.trim() && !text.includes(',')) return;
    const expected = 'a keyword that is not empty, without a comma and without spaces around it';
    throw new InvalidArgumentError({ argument: place, expected, given: keyword });
  });
  return list.join(',');
}

function boolean(argument: string, value: unknown): string {
  if (typeof value === 'boolean') return value ? '1' : '0';
  throw new InvalidArgumentError({ argument, expected: 'true or false', given: value });
}

const WRITERS = { text: checkXmlText, keywords, boolean };

/**
 * Writes the XML for a file in a drop-off folder, so that `readDropoff` gives the same again; upload it first, as
 * `video.mp4.xml` for `video.mp4`. Fields that are undefined are left out. Source: protocol, documented; the commas
 * between keywords are inferred.
 *
 * @throws InvalidArgumentError naming the field that XML can't carry, or that is of the wrong type.
 */
export function writeDropoff(fields: DropoffFields): string {
  checkFields(fields, Object.keys(DROPOFF_FIELDS), '');
  const values: Readonly<Record<string, unknown>> = { ...fields };
  const content = Object.entries(DROPOFF_FIELDS)
    .filter(([name]) => values[name] !== undefined)
    .map(([name, kind]) => ({ name, content: WRITERS[kind](name, values[name]) }));
  return writeXml({ name: 'xml', content });
}
