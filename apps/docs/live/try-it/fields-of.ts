import { type Catalogue, type CatalogueArgument, type CatalogueEntry, catalogue } from '@streamone/core/catalogue';
import { type FieldForm, type FieldState, fieldForm, fieldState, fieldValue } from './field-value.ts';

/** One argument of the form. */
export interface Field {
  readonly name: string;
  readonly form: FieldForm;
  readonly required: boolean;
  /** The type's name, and what is taken where it is absent. */
  readonly hint: string;
  /** The values that are known, for a label. */
  readonly choices: readonly string[];
  /** Whether the catalogue declares it; further ones are the test server's own. */
  readonly declared: boolean;
  /** Whether it is shown before the rest is asked for. */
  readonly first: boolean;
  readonly state: FieldState;
}

/** What is known of an action. @throws TypeError for one that the catalogue lacks */
export function entryOf(action: string): CatalogueEntry {
  const known: Catalogue = catalogue;
  const entry = known[action];
  if (entry === undefined) throw new TypeError(`the catalogue has no ${action}`);
  return entry;
}

const FIRST = 6;

function declared(name: string, { type, required, default: usual }: CatalogueArgument, given: unknown): Field {
  return {
    name,
    form: fieldForm(type),
    required,
    hint: usual === undefined ? type.name : `${type.name}, ${JSON.stringify(usual)} unless given`,
    choices: type.values ?? [],
    declared: true,
    first: required || given !== undefined,
    state: fieldState(given),
  };
}

/** A field for an argument that is not declared. */
export function furtherField(name: string, given?: unknown): Field {
  const hint = 'not declared, sent as it is';
  return {
    name,
    form: 'text',
    required: false,
    hint,
    choices: [],
    declared: false,
    first: true,
    state: fieldState(given),
  };
}

/** The fields of an action's form, filled with an example; what matters is first. */
export function fieldsOf(entry: CatalogueEntry, example: Readonly<Record<string, unknown>>): Field[] {
  const known = Object.entries(entry.arguments).map(([name, of]) => declared(name, of, example[name]));
  const names = Object.keys(example).filter((name) => !Object.hasOwn(entry.arguments, name));
  const all = [...known, ...names.map((name) => furtherField(name, example[name]))];
  const first = all.filter(({ first: shown }) => shown);
  const rest = all.filter(({ first: shown }) => !shown);
  // A form of a few fields needs no second part.
  const few = all.length <= FIRST;
  return [...first, ...rest.map((field) => ({ ...field, first: few }))];
}

/** The arguments that the fields hold. */
export function argumentsOf(fields: readonly Field[]): Record<string, unknown> {
  const pairs = fields.map(({ name, form, state }) => [name, fieldValue(form, state)] as const);
  return Object.fromEntries(pairs.filter(([, value]) => value !== undefined));
}
