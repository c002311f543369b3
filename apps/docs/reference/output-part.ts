import { type DataType, keywords } from '@streamone/core';
import { type CatalogueEntry, descriptions } from '@streamone/core/catalogue';
import { anchor, typeLink } from './links.ts';
import { HOW_KNOWN, code, mark, plain, table } from './markdown.ts';

const KEYWORDS = keywords().name;

/** The object within a type: itself, or the element of an array. */
function objectIn(type: DataType): DataType | undefined {
  if (type.fields !== undefined) return type;
  return type.element === undefined ? undefined : objectIn(type.element);
}

/** A field's type as it is answered: keywords, which are one text in a request, are a list here. */
function answeredType(type: DataType): string {
  return type.name === KEYWORDS ? `[Array of String](/reference/data-types#${anchor(KEYWORDS)})` : typeLink(type);
}

function rows(type: DataType, path = ''): readonly (readonly string[])[] {
  const told = descriptions.types[type.name.replace(/ or null$/, '')]?.fields ?? {};
  return Object.entries(type.fields ?? {}).flatMap(([name, field]) => {
    const { description = '', evidence = 'inferred' } = told[name] ?? {};
    const inner = objectIn(field);
    const isList = field.element !== undefined;
    const place = `${path}${name}`;
    const row = [code(place), `${answeredType(field)}<br>${mark(evidence)}`, plain(description)];
    return [row, ...(inner === undefined ? [] : rows(inner, `${place}${isList ? '[]' : ''}.`))];
  });
}

/** What an action answers. */
export function outputPart({ output, evidence, facts, paged }: CatalogueEntry): readonly string[] {
  const known = mark(facts['output'] ?? evidence);
  if (output.name === 'not known') {
    return [
      'What it answers is not known: the body is given as it comes. The answer above is the test server’s, inferred.',
    ];
  }
  const inner = objectIn(output);
  const fields = inner === undefined ? [] : rows(inner);
  const count = paged
    ? ' The header’s `count` tells how many rows there are in all; the client gives it as `.total`.'
    : '';
  const isObject = output.fields !== undefined;
  const what = isObject ? `An object, ${code(output.name)}.` : `${typeLink(output)}.`;
  return [
    `${what} ${known}${count}`,
    inner !== undefined && fields.length === 0 ? 'Its fields are not known.' : '',
    table(['Field', `Type, ${HOW_KNOWN}`, 'What it is'], fields),
    fields.length === 0 ? '' : 'Responses may have more fields: they pass through untouched.',
  ];
}
