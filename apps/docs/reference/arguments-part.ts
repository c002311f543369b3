import type { CatalogueArgument, CatalogueEntry, Evidence } from '@streamone/core/catalogue';
import { typeLink } from './links.ts';
import { HOW_KNOWN, code, mark, plain, table } from './markdown.ts';

/** The mark of what is known better or worse than the rest of its line. */
const apart = (evidence: Evidence | undefined): string => (evidence === undefined ? '' : ` ${mark(evidence)}`);

function limits({ type, facts, default: initially }: CatalogueArgument): string {
  const { values = [], bounds } = type;
  const parts = [
    values.length > 0 ? `known: ${values.map(code).join(', ')}${apart(facts['values'])}` : '',
    bounds?.min === undefined ? '' : `at least ${bounds.min}`,
    bounds?.max === undefined ? '' : `at most ${bounds.max}`,
    initially === undefined ? '' : `${code(JSON.stringify(initially))} unless given`,
  ];
  const told = parts.filter((part) => part !== '').join('; ');
  return told === '' ? '' : ` <br><small>${told}</small>`;
}

function row([name, argument]: readonly [string, CatalogueArgument]): readonly string[] {
  const { type, required, description, evidence, facts } = argument;
  const shown = `<span id="argument-${name}">${code(name)}</span>${required ? ` <strong class="required">required</strong>${apart(facts['required'])}` : ''}`;
  return [shown, `${typeLink(type)}<br>${mark(evidence)}${limits(argument)}`, plain(description)];
}

/** The arguments of an action. */
export function argumentsPart({ arguments: declared, openArguments }: CatalogueEntry): readonly string[] {
  const rows = Object.entries(declared).map(row);
  const unknown =
    rows.length === 0
      ? 'Its arguments are not known, so any are sent as they are given. The example’s are what the test server takes; they are inferred.'
      : 'It may take others, which are not known: they are sent as they are given.';
  return [
    table(['Argument', `Type, ${HOW_KNOWN}`, 'What it is'], rows),
    openArguments ? unknown : '',
    rows.length === 0 && !openArguments ? 'It takes none.' : '',
    rows.length > 0
      ? 'Leave an argument out (or give `undefined`) and it is not sent; `null` sends it empty, which unsets it. Which arguments the platform requires is known only where it is said here.'
      : '',
  ];
}
