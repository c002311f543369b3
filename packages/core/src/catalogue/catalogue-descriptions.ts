import type { Evidence } from './action.js';

/** What is told about a fact, and how well it is known. */
export interface Description {
  /** A sentence or two. */
  readonly description: string;
  readonly evidence: Evidence;
  /**
   * Marks of single facts that are known better or worse than the rest, by name: of an action `output`, `token`,
   * `errors`, `needs`, `actors` and `paged`, of an argument `required` and `values`.
   */
  readonly facts?: Readonly<Record<string, Evidence>>;
}

/** What is told about an action and its arguments. */
export interface ActionDescription extends Description {
  readonly arguments: Readonly<Record<string, Description>>;
}

/** What is told about an object of responses and its fields. */
export interface TypeDescription {
  readonly description: string;
  readonly fields: Readonly<Record<string, Description>>;
}

/** What is told about the whole catalogue. Apart from the definitions, so that a client needs not carry it. */
export interface CatalogueDescriptions {
  /** By `command/action`. */
  readonly actions: Readonly<Record<string, ActionDescription>>;
  /** By the name of the type, as `Item`. */
  readonly types: Readonly<Record<string, TypeDescription>>;
}
