const XML_NAMESPACE = 'http://www.w3.org/XML/1998/namespace';

/**
 * The prefixes that hold at an element. A chain, not a copy for each element: a document that declares thousands of
 * prefixes and has thousands of elements would otherwise cost their product.
 */
export class NamespaceScope {
  readonly #declared: ReadonlyMap<string, string>;
  readonly #outer: NamespaceScope | undefined;

  private constructor(declared: ReadonlyMap<string, string>, outer: NamespaceScope | undefined) {
    this.#declared = declared;
    this.#outer = outer;
  }

  /** What holds before a document has declared anything. */
  static outermost(): NamespaceScope {
    return new NamespaceScope(
      new Map([
        ['xml', XML_NAMESPACE],
        ['', ''],
      ]),
      undefined,
    );
  }

  /** The scope within an element that has these attributes. */
  enter(attributes: readonly (readonly [string, string])[]): NamespaceScope {
    const declarations = attributes.filter(([name]) => name === 'xmlns' || name.startsWith('xmlns:'));
    if (declarations.length === 0) return this;
    return new NamespaceScope(new Map(declarations.map(([name, uri]) => [name.slice('xmlns:'.length), uri])), this);
  }

  /** The namespace of a prefix, the empty one for the default; undefined where it is not declared. */
  namespaceOf(prefix: string): string | undefined {
    const declared = this.#declared.get(prefix) ?? this.#outer?.namespaceOf(prefix);
    // Only the default namespace can be taken back.
    return declared === '' && prefix !== '' ? undefined : declared;
  }
}
