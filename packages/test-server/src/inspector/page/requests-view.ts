import { AskError, ask } from './ask.js';
import { confirm } from './confirm.js';
import { connectHelp } from './connect-help.js';
import { element } from './element.js';
import { attempt } from './notice.js';
import { requestDetails } from './request-details.js';
import { createRequestList } from './request-list.js';
import { replaceRoute, routeHash } from './route.js';
import type { Entry, LiveAnswer } from './server-types.js';
import type { View } from './view.js';

/** The view of requests, and what keys do there. */
export interface RequestsView extends View {
  focusFilter(): void;
  move(step: 1 | -1 | 'first' | 'last'): void;
  /** Leaves the filter, or the details; gives whether there was something to leave. */
  leave(): boolean;
  /** Whether the focus is in the list, where arrow keys walk. */
  readonly isInList: boolean;
}

/** Makes the view of requests: the list, and all about the selected one. */
export function createRequestsView(refresh: () => void): RequestsView {
  const counts = element('p', { class: 'counts', role: 'status' });
  const filter = element('input', {
    type: 'search',
    placeholder: 'Filter: item 290 editor \u2026',
    'aria-label': 'Filter requests',
    'aria-keyshortcuts': '/',
  });
  const refusedOnly = element('input', { type: 'checkbox' });
  const details = element('section', { class: 'details', 'aria-label': 'Details' });
  let selected: number | undefined;
  let emptyShown = false;

  const list = createRequestList(() => {
    const { all, shown, refused } = list.counts;
    const some = shown === all ? '' : `${shown} of `;
    counts.textContent =
      all === 0 ? 'No requests yet' : `${some}${all} ${all === 1 ? 'request' : 'requests'}, ${refused} refused`;
    if (selected === undefined && (all === 0) !== emptyShown) showNothing();
  });
  const applyFilter = (): void => list.filter(filter.value, refusedOnly.checked);
  filter.addEventListener('input', applyFilter);
  refusedOnly.addEventListener('change', applyFilter);

  const showNothing = (): void => {
    emptyShown = list.counts.all === 0;
    const hint = emptyShown
      ? element('p', { class: 'lead' }, 'No requests yet. They appear here as they come.')
      : element(
          'p',
          { class: 'lead' },
          'Select a request to see how it was checked: click, or press ',
          element('kbd', {}, 'j'),
          '.',
        );
    details.replaceChildren(hint, connectHelp());
  };
  const load = async (id: number): Promise<void> => {
    try {
      const entry = await ask<Entry>('GET', `journal/${id}`);
      if (selected !== id) return;
      details.replaceChildren(
        element('p', { class: 'back' }, element('a', { href: routeHash('requests') }, '\u2190 All requests')),
        requestDetails(entry),
      );
      details.scrollTop = 0;
    } catch (error) {
      if (!(error instanceof AskError)) throw error;
      if (selected === id) details.replaceChildren(element('p', { class: 'lead' }, error.message));
    }
  };
  const forget = async (): Promise<void> => {
    const sure = await confirm(
      'Forget all requests?',
      'The journal is emptied. State, faults and clock stay.',
      'Forget them',
    );
    if (!sure) return;
    replaceRoute(routeHash('requests'));
    await attempt('The journal is empty.', () => ask('DELETE', 'journal'));
    refresh();
  };

  const view = element(
    'div',
    { class: 'requests-view' },
    element(
      'section',
      { class: 'list', 'aria-label': 'Requests' },
      element(
        'div',
        { class: 'tools' },
        filter,
        element('button', { type: 'button', class: 'quiet', click: () => void forget() }, 'Clear\u2026'),
        element('label', {}, refusedOnly, ' Refused only'),
        counts,
      ),
      list.element,
    ),
    details,
  );
  list.element.addEventListener('click', (event) => {
    // A click on the selected one changes no address.
    if (event.target instanceof Element && event.target.closest('[aria-current]') && selected !== undefined) {
      details.querySelector<HTMLElement>('h2')?.focus();
    }
  });

  return {
    element: view,
    show([part]) {
      const id = part !== undefined && /^\d+$/.test(part) ? Number(part) : undefined;
      view.classList.toggle('chosen', id !== undefined);
      if (id === selected && details.hasChildNodes()) return;
      selected = id;
      list.select(id);
      if (id === undefined) showNothing();
      else void load(id);
    },
    update(answer: LiveAnswer, begun: boolean) {
      if (begun) {
        list.clear();
        if (selected !== undefined) void load(selected);
      }
      list.update(answer.requests, answer.oldest);
    },
    focusFilter() {
      filter.focus();
      filter.select();
    },
    move: (step) => list.move(step),
    leave() {
      if (document.activeElement === filter) {
        filter.value = '';
        applyFilter();
      } else if (selected === undefined) return false;
      else if (list.element.contains(document.activeElement)) replaceRoute(routeHash('requests'));
      list.focus();
      return true;
    },
    get isInList() {
      return list.element.contains(document.activeElement);
    },
  };
}
