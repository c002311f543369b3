import { XmlElement, XmlError, XmlText, parseXml } from '@rgrove/parse-xml';
import { InvalidArgumentError } from '../../errors/invalid-argument-error.js';
import { type MediaFormatDetails, MediaFormatError } from '../media-format-error.js';
import { NamespaceScope } from './namespace-scope.js';
import { type XmlNode, placeOf } from './xml-node.js';

/** Characters of the longest document that is read; a feed of a thousand tracks has about one million. */
export const LONGEST_XML = 5_000_000;
/** How deep elements may lie in one another; a playlist has four levels. */
export const DEEPEST_XML = 32;

type Kind = MediaFormatDetails['format'];

/** The library keeps a DOCTYPE as a node and expands none of its entities; here there is none at all. */
function parse(xml: string, format: Kind): XmlElement {
  try {
    const { children, root } = parseXml(xml, { preserveDocumentType: true });
    if (root !== null && !children.some(({ type }) => type === 'doctype')) return root;
  } catch (error) {
    // The library descends by recursion.
    if (error instanceof RangeError) throw tooDeep(format);
    if (!(error instanceof XmlError)) throw error;
    const [problem] = error.message.split('\n');
    throw new MediaFormatError({ format, expected: 'well-formed XML 1.0 without a DOCTYPE', found: problem });
  }
  throw new MediaFormatError({ format, expected: 'XML without a DOCTYPE', found: '<!DOCTYPE' });
}

function tooDeep(format: Kind): MediaFormatError {
  const expected = `at most ${DEEPEST_XML} elements in one another`;
  return new MediaFormatError({ format, expected, found: 'more' });
}

/** Splits a name at its prefix and resolves that. An attribute without one is in no namespace, an element in the default. */
function resolve(written: string, scope: NamespaceScope, unprefixed: string): readonly [string, string] | undefined {
  const [found, prefix, name = ''] = /^(?:([^:]+):)?([^:]+)$/.exec(written) ?? [];
  const namespace = prefix === undefined ? unprefixed : scope.namespaceOf(prefix);
  return found === undefined || namespace === undefined ? undefined : [namespace, name];
}

/** Where an element stands as it is converted. */
interface Surroundings {
  readonly format: Kind;
  readonly scope: NamespaceScope;
  readonly depth: number;
  readonly parent: XmlNode | undefined;
}

function convert(element: XmlElement, { format, scope: outer, depth, parent }: Surroundings): XmlNode {
  if (depth > DEEPEST_XML) throw tooDeep(format);
  const refuse = (expected: string, found: string): MediaFormatError => {
    const place = parent === undefined ? element.name : `${placeOf(parent)}/${element.name}`;
    return new MediaFormatError({ format, place, expected, found });
  };
  const written = Object.entries(element.attributes);
  const scope = outer.enter(written);
  const [namespace, name] = resolve(element.name, scope, scope.namespaceOf('') ?? '') ?? [];
  if (namespace === undefined || name === undefined) throw refuse('a prefix that is declared', element.name);

  const attributes = new Map<string, string>();
  for (const [attribute, value] of written) {
    if (attribute === 'xmlns' || attribute.startsWith('xmlns:')) continue;
    const resolved = resolve(attribute, scope, '');
    if (resolved === undefined) throw refuse('a prefix that is declared', attribute);
    const [space, local] = resolved;
    const key = space === '' ? local : `${space} ${local}`;
    // Two prefixes for one namespace can name one attribute twice, which the library can't see.
    if (attributes.has(key)) throw refuse('each attribute once', attribute);
    attributes.set(key, value);
  }

  const children: XmlNode[] = [];
  const node = { name, namespace, attributes, children, text: '', parent };
  for (const child of element.children) {
    if (child instanceof XmlElement) children.push(convert(child, { format, scope, depth: depth + 1, parent: node }));
    else if (child instanceof XmlText) node.text += child.text;
  }
  return node;
}

/**
 * Reads a document into elements whose prefixes are resolved, by a parser that holds to XML 1.0 and expands no
 * entities but the five that XML has.
 *
 * @throws MediaFormatError when it is not well-formed, too long, too deep, or has a DOCTYPE or an undeclared prefix.
 * @throws InvalidArgumentError when it is no text.
 */
export function readXml(xml: string, format: Kind): XmlNode {
  if (typeof xml !== 'string') {
    throw new InvalidArgumentError({ argument: 'xml', expected: 'the text of a document', given: xml });
  }
  if (xml.length > LONGEST_XML) {
    const expected = `at most ${LONGEST_XML} characters`;
    throw new MediaFormatError({ format, expected, found: xml.length });
  }
  const surroundings = { format, scope: NamespaceScope.outermost(), depth: 1, parent: undefined };
  return convert(parse(xml, format), surroundings);
}
