import { AskError, ask } from './ask.js';
import { confirm } from './confirm.js';
import { element } from './element.js';
import { fieldsTable } from './fields-table.js';
import { attempt } from './notice.js';
import { recordsTable } from './records-table.js';
import { replaceRoute, routeHash } from './route.js';
import type { RecordsAnswer, ShownRecord } from './server-types.js';
import { shownText } from './shown-text.js';

/** Records on a page. */
const PAGE = 50;

async function orMessage(place: HTMLElement, act: () => Promise<void>): Promise<void> {
  try {
    await act();
  } catch (error) {
    if (!(error instanceof AskError)) throw error;
    place.replaceChildren(element('p', { class: 'bad', role: 'alert' }, error.message));
  }
}

/** Makes the table of a kind of records, page by page, with a filter. */
export function recordsPanel(kind: string): HTMLElement {
  const place = element('div');
  const field = element('input', { name: 'field', placeholder: 'field, as title', 'aria-label': 'Field', size: 14 });
  const value = element('input', { name: 'value', placeholder: 'its value', 'aria-label': 'Value', size: 18 });
  const position = element('span', { role: 'status' });
  let offset = 0;
  const load = (): Promise<void> =>
    orMessage(place, async () => {
      const query = new URLSearchParams({ limit: String(PAGE), offset: String(offset) });
      if (field.value !== '') query.append(field.value, value.value);
      const page = await ask<RecordsAnswer>('GET', `state/${encodeURIComponent(kind)}?${query}`);
      place.replaceChildren(recordsTable(kind, page));
      const last = Math.min(page.count, offset + PAGE);
      position.textContent = page.count === 0 ? 'none' : `${offset + 1} to ${last} of ${page.count}`;
      earlier.disabled = offset === 0;
      later.disabled = last >= page.count;
    });
  const turn = (by: number) => (): void => {
    offset = Math.max(0, offset + by);
    void load();
  };
  const earlier = element('button', { type: 'button', class: 'quiet', click: turn(-PAGE) }, '\u2190 Previous');
  const later = element('button', { type: 'button', class: 'quiet', click: turn(PAGE) }, 'Next \u2192');
  const form = element(
    'form',
    {
      class: 'tools',
      'aria-label': `Filter ${kind}`,
      submit: (event) => (event.preventDefault(), (offset = 0), void load()),
    },
    field,
    element('span', { 'aria-hidden': 'true' }, '='),
    value,
    element('button', { type: 'submit', class: 'quiet' }, 'Show'),
  );
  void load();
  return element(
    'div',
    {},
    element('h2', {}, kind),
    form,
    element('p', { class: 'buttons' }, earlier, position, later),
    place,
  );
}

/** Shows all fields of a record. */
export function recordPanel(kind: string, id: string): HTMLElement {
  const place = element('div');
  const path = `state/${encodeURIComponent(kind)}/${encodeURIComponent(id)}`;
  const remove = async (): Promise<void> => {
    if (!(await confirm('Remove this record?', `${id}, of ${kind}. What belongs to it goes with it.`, 'Remove')))
      return;
    if (await attempt('It is removed.', () => ask('DELETE', path))) replaceRoute(routeHash('state', kind));
  };
  void orMessage(place, async () => {
    const record = await ask<ShownRecord>('GET', path);
    const button = element('button', { type: 'button', class: 'danger', click: () => void remove() }, 'Remove\u2026');
    place.replaceChildren(fieldsTable('Fields', record), element('p', { class: 'buttons' }, button));
  });
  const back = element('a', { href: routeHash('state', kind) }, `\u2190 All ${kind}`);
  return element('div', {}, element('p', {}, back), element('h2', {}, shownText(id)), place);
}
