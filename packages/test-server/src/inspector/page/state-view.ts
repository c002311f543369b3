import { ask } from './ask.js';
import { element } from './element.js';
import { attempt } from './notice.js';
import { recordPanel, recordsPanel } from './records-panel.js';
import { routeHash } from './route.js';
import type { StateAnswer } from './server-types.js';
import { settingsForm } from './settings-form.js';
import type { View } from './view.js';

/** Makes the view of the state: how much there is of what, the records, the settings. */
export function createStateView(refresh: () => void): View {
  const kinds = element('ul', { class: 'kinds' });
  const panel = element('section', { class: 'panel', 'aria-label': 'Records' });
  let inSight: readonly string[] | undefined;
  let shownKind: string | undefined;

  const showKinds = ({ collections }: StateAnswer): void => {
    const rows = Object.entries(collections).map(([name, size]) => {
      const isChosen = inSight?.[0] === name;
      const link = element(
        'a',
        { href: routeHash('state', name), 'aria-current': isChosen ? 'true' : undefined },
        name,
      );
      link.append(' ', element('span', { class: 'count' }, size.toLocaleString('en')));
      return element('li', {}, link);
    });
    const settings = element(
      'a',
      { href: routeHash('state'), 'aria-current': inSight?.length === 0 ? 'true' : undefined },
      'Settings',
    );
    // Whoever walks through the links keeps their place.
    const focused = kinds.contains(document.activeElement) ? document.activeElement?.getAttribute('href') : undefined;
    const { scrollLeft } = kinds;
    kinds.replaceChildren(element('li', {}, settings), ...rows);
    kinds.scrollLeft = scrollLeft;
    const chosen = inSight?.[0];
    if (chosen !== shownKind) {
      kinds.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    }
    shownKind = chosen;
    if (typeof focused === 'string') kinds.querySelector<HTMLElement>(`[href="${CSS.escape(focused)}"]`)?.focus();
  };
  const showSettings = ({ settings }: StateAnswer): void =>
    panel.replaceChildren(
      element('h2', {}, 'Settings'),
      settingsForm(settings, () => {
        refresh();
        load(true);
      }),
    );
  const load = (withSettings: boolean): void => {
    void attempt(undefined, async () => {
      const answer = await ask<StateAnswer>('GET', 'state');
      showKinds(answer);
      if (withSettings && inSight?.length === 0) showSettings(answer);
    });
  };

  return {
    element: element('div', { class: 'split' }, element('nav', { 'aria-label': 'Collections' }, kinds), panel),
    show(parts) {
      inSight = parts;
      const [kind, id] = parts;
      if (kind === undefined) panel.replaceChildren();
      else panel.replaceChildren(id === undefined ? recordsPanel(kind) : recordPanel(kind, id));
      load(true);
    },
    update({ requests }, begun) {
      if (inSight !== undefined && location.hash.startsWith('#/state') && (begun || requests.length > 0)) load(begun);
    },
  };
}
