import { DROPOFF_FIELDS, type DropoffFieldKind, type DropoffFields } from './dropoff-fields.js';
import { MediaFormatError } from './media-format-error.js';
import { readXml } from './xml/read-xml.js';
import { type XmlNode, placeOf } from './xml/xml-node.js';

const BOOLEANS: ReadonlyMap<string, boolean> = new Map([
  ['1', true],
  ['0', false],
]);

function refuse(place: string, expected: string, found: unknown): MediaFormatError {
  return new MediaFormatError({ format: 'drop-off XML', place, expected, found });
}

function readField(node: XmlNode, kind: DropoffFieldKind): string | boolean | string[] {
  const [inner] = node.children;
  if (inner !== undefined) throw refuse(placeOf(node), 'a text and no element', `<${inner.name}>`);
  if (kind === 'text') return node.text;
  if (kind === 'keywords') {
    return node.text
      .split(',')
      .map((keyword) => keyword.trim())
      .filter((keyword) => keyword !== '');
  }
  const value = BOOLEANS.get(node.text.trim());
  if (value === undefined) throw refuse(placeOf(node), '1 or 0', node.text);
  return value;
}

/**
 * Reads the XML that says of a file in a drop-off folder what it is. A field that is not there is absent in the result,
 * also `archived`, which the platform then takes for `1`. An element that is no known field is refused: what is
 * misspelt would be lost. Spaces around keywords are taken off, and empty ones left out. At most 5,000,000 characters
 * and 32 levels; no DOCTYPE. Source: protocol, documented; the commas between keywords are inferred.
 *
 * @throws MediaFormatError naming the element that is wrong.
 * @throws InvalidArgumentError when it is given no text.
 */
export function readDropoff(xml: string): DropoffFields {
  const root = readXml(xml, 'drop-off XML');
  if (root.name !== 'xml' || root.namespace !== '') throw refuse(root.name, 'the root <xml>', `<${root.name}>`);
  const stray = root.text.trim();
  if (stray !== '') throw refuse('xml', 'elements and no text beside them', stray);
  const fields = new Map<string, string | boolean | string[]>();
  for (const node of root.children) {
    const kind = Object.hasOwn(DROPOFF_FIELDS, node.name)
      ? DROPOFF_FIELDS[node.name as keyof DropoffFields]
      : undefined;
    if (kind === undefined || node.namespace !== '') {
      throw refuse('xml', `one of ${Object.keys(DROPOFF_FIELDS).join(', ')}`, `<${node.name}>`);
    }
    if (fields.has(node.name)) throw refuse(placeOf(node), `at most one ${node.name}`, 'another');
    fields.set(node.name, readField(node, kind));
  }
  return Object.fromEntries(fields);
}
