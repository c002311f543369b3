/** An element of a document that was read, its prefixes resolved. */
export interface XmlNode {
  /** The name without its prefix. */
  readonly name: string;
  /** The namespace; empty for none. */
  readonly namespace: string;
  /** Values by `name` or, for attributes with a namespace, `namespace name`. */
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly XmlNode[];
  /** The text that is directly in it, CDATA included, untrimmed. */
  readonly text: string;
  readonly parent: XmlNode | undefined;
}

/** Where an element is, for an error: `playlist/trackList/track[2]`, counted from 1 among those of its name. */
export function placeOf(node: XmlNode): string {
  const { parent, name } = node;
  if (parent === undefined) return name;
  const alike = parent.children.filter((child) => child.name === name);
  return `${placeOf(parent)}/${name}${alike.length > 1 ? `[${alike.indexOf(node) + 1}]` : ''}`;
}
