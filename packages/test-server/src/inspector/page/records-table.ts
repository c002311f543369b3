import { element } from './element.js';
import { shownValue } from './fields-table.js';
import { routeHash } from './route.js';
import type { RecordsAnswer, ShownRecord } from './server-types.js';
import { shownText } from './shown-text.js';

/** What tells most about a record, where it has it. */
const TELLING = [
  'title',
  'name',
  'username',
  'type',
  'account',
  'customer',
  'active',
  'datecreated',
  'user',
  'application',
  'item',
];
const MOST_COLUMNS = 6;
const LONGEST = 60;

function isFlat(value: unknown): boolean {
  return value !== null && value !== '' && typeof value !== 'object';
}

/** Chooses the columns: those that tell most first, of those in which there is something. */
function columnsOf(records: readonly ShownRecord[]): string[] {
  const names = [...new Set(records.flatMap(Object.keys))].filter(
    (name) => name !== 'id' && records.some((record) => isFlat(record[name])),
  );
  const rank = (name: string): number => (TELLING.includes(name) ? TELLING.indexOf(name) : TELLING.length);
  return names.toSorted((one, other) => rank(one) - rank(other)).slice(0, MOST_COLUMNS);
}

function cell(value: unknown): HTMLElement {
  if (value === undefined || value === null || value === '') return element('td');
  const short = typeof value === 'string' && value.length > LONGEST ? `${value.slice(0, LONGEST)}\u2026` : value;
  return element('td', {}, shownValue(short));
}

/** Makes a table of a page of records; each leads to all of its fields. */
export function recordsTable(kind: string, { records }: RecordsAnswer): HTMLElement {
  if (records.length === 0) return element('p', { class: 'muted' }, `No ${kind} here.`);
  const columns = columnsOf(records);
  const row = (record: ShownRecord): HTMLElement => {
    const id = typeof record['id'] === 'string' ? record['id'] : '';
    const link = element('a', { href: routeHash('state', kind, id) }, shownText(id));
    return element('tr', {}, element('th', { scope: 'row' }, link), ...columns.map((name) => cell(record[name])));
  };
  return element(
    'div',
    { class: 'scroll', tabindex: 0, role: 'region', 'aria-label': `Table of ${kind}` },
    element(
      'table',
      { class: 'records' },
      element(
        'thead',
        {},
        element('tr', {}, ...['id', ...columns].map((name) => element('th', { scope: 'col' }, name))),
      ),
      element('tbody', {}, ...records.map(row)),
    ),
  );
}
