import Builder from 'fast-xml-builder';

/** An element to be written: a text or elements in it. Names have their prefixes; texts are as they are meant. */
export interface XmlOutput {
  readonly name: string;
  readonly attributes?: Readonly<Record<string, string>> | undefined;
  readonly content: string | readonly XmlOutput[];
}

type Ordered = Readonly<Record<string, unknown>>;

function toOrdered({ name, attributes = {}, content }: XmlOutput): Ordered {
  const inside = typeof content === 'string' ? [{ '#text': content }] : content.map(toOrdered);
  return { [name]: inside, ':@': prefixed(attributes) };
}

/** The library tells attributes by a prefix. */
function prefixed(attributes: Readonly<Record<string, string>>): Ordered {
  return Object.fromEntries(Object.entries(attributes).map(([name, value]) => [`@_${name}`, value]));
}

/** Writes a document in UTF-8, indented. Texts must have passed `checkXmlText`, attributes be of one line. */
export function writeXml(root: XmlOutput): string {
  const builder = new Builder({
    preserveOrder: true,
    ignoreAttributes: false,
    format: true,
    suppressBooleanAttributes: false,
  });
  const declaration = { '?xml': [], ':@': prefixed({ version: '1.0', encoding: 'UTF-8' }) };
  // The library leaves a carriage return as it is, and every reader would make a line feed of it. It can only be
  // within a text here, since the library's own line ends are line feeds.
  return builder.build([declaration, toOrdered(root)]).replaceAll('\r', '&#13;');
}
