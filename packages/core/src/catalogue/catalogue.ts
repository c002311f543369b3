import type { Action, Command, Evidence } from './action.js';
import { allCommands } from './all-commands.js';
import type { ArgumentDefinition } from './argument-definition.js';
import type { Description } from './catalogue-descriptions.js';
import { descriptions } from './descriptions.generated.js';

/** An argument with what is told about it. */
export interface CatalogueArgument extends ArgumentDefinition {
  readonly description: string;
  readonly evidence: Evidence;
  /** Marks of single facts that are known better or worse than the argument: `required`, `values`. */
  readonly facts: Readonly<Record<string, Evidence>>;
}

/** An action with what is told about it. */
export interface CatalogueEntry extends Action {
  readonly arguments: { readonly [name: string]: CatalogueArgument };
  readonly description: string;
  /** How well it is known that the action exists as it is described. */
  readonly evidence: Evidence;
  /** Marks of single facts that are known better or worse than the action: `output`, `token`, `errors`, `needs`, `actors`, `paged`. */
  readonly facts: Readonly<Record<string, Evidence>>;
}

const untold: Description = { description: '', evidence: 'inferred' };

function entry(action: Action): readonly [string, CatalogueEntry] {
  const key = `${action.command}/${action.action}`;
  const told = descriptions.actions[key] ?? { ...untold, arguments: {} };
  const names = Object.entries(action.arguments).map(([name, argument]) => {
    const { description, evidence, facts = {} } = told.arguments[name] ?? untold;
    return [name, { ...argument, description, evidence, facts }] as const;
  });
  const { description, evidence, facts = {} } = told;
  return [key, { ...action, arguments: Object.fromEntries(names), description, evidence, facts }];
}

function build(commands: readonly Command[]): Catalogue {
  const entries = commands.flatMap(({ actions }) => Object.values(actions).map(entry));
  return Object.freeze(Object.fromEntries(entries)) as Catalogue;
}

type KeyOf<C> = C extends Command<infer Name, infer Actions> ? `${Name}/${keyof Actions & string}` : never;

/** The keys of the catalogue, as `item/view`. */
export type CatalogueKey = KeyOf<(typeof allCommands)[number]>;

/** The catalogue: the known keys have an entry, any other text may have none. */
export type Catalogue = Readonly<Record<CatalogueKey, CatalogueEntry>> &
  Readonly<Record<string, CatalogueEntry | undefined>>;

/** Every known action by `command/action`, with what is told about it and how well it is known. */
export const catalogue: Catalogue = /* @__PURE__ */ build(allCommands);
