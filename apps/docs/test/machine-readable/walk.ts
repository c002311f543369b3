/** An object of a JSON document, with its place. */
export interface Node {
  readonly pointer: string;
  readonly value: Readonly<Record<string, unknown>>;
}

/** Every object of a JSON document. */
export function* nodesOf(value: unknown, pointer = '#'): Generator<Node> {
  if (typeof value !== 'object' || value === null) return;
  if (!Array.isArray(value)) yield { pointer, value: value as Readonly<Record<string, unknown>> };
  for (const [step, inner] of Object.entries(value)) {
    yield* nodesOf(inner, `${pointer}/${step.replaceAll('~', '~0').replaceAll('/', '~1')}`);
  }
}

/** What a pointer within a document leads to; `undefined` where it leads nowhere. */
export function lookUp(root: unknown, pointer: string): unknown {
  if (!pointer.startsWith('#/')) return undefined;
  let at: unknown = root;
  for (const step of pointer.slice(2).split('/')) {
    const name = step.replaceAll('~1', '/').replaceAll('~0', '~');
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, name)) return undefined;
    at = (at as Readonly<Record<string, unknown>>)[name];
  }
  return at;
}
