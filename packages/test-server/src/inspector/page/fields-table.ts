import { element } from './element.js';
import { shownText } from './shown-text.js';

function textOf(value: unknown): string {
  if (typeof value === 'string') return value;
  return value === undefined ? '' : JSON.stringify(value);
}

/** Shows a value that was sent, or is kept. */
export function shownValue(value: unknown): HTMLElement {
  if (value === '') return element('span', { class: 'muted' }, 'empty');
  if (value === null) return element('span', { class: 'muted' }, 'null');
  return shownText(textOf(value));
}

/** Makes a table of names and values. @param caption what they are */
export function fieldsTable(caption: string, fields: Readonly<Record<string, unknown>>): HTMLElement {
  const rows = Object.entries(fields).map(([name, value]) =>
    element('tr', {}, element('th', { scope: 'row' }, shownText(name)), element('td', {}, shownValue(value))),
  );
  if (rows.length === 0) return element('p', { class: 'muted' }, `No ${caption.toLowerCase()}.`);
  return element('table', { class: 'fields', 'aria-label': caption }, element('tbody', {}, ...rows));
}
