import { ask } from './ask.js';
import { element } from './element.js';
import { faultForm } from './fault-form.js';
import { faultInWords } from './fault-in-words.js';
import { attempt } from './notice.js';
import type { FaultEntry } from './server-types.js';
import { shownText } from './shown-text.js';
import type { View } from './view.js';

/** Makes the view of faults: what is to go wrong, and a form to order more. */
export function createFaultsView(refresh: () => void): View {
  const list = element('ul', { class: 'rows', 'aria-label': 'Faults that may still happen' });
  const clear = element('button', { type: 'button', class: 'quiet' }, 'Remove all');
  let inSight = false;

  const row = (fault: FaultEntry): HTMLElement =>
    element(
      'li',
      {},
      element('span', {}, shownText(faultInWords(fault))),
      element(
        'span',
        { class: 'muted' },
        fault.happened === 0 ? 'has not happened yet' : `happened ${fault.happened} so far`,
      ),
      element(
        'button',
        {
          type: 'button',
          class: 'quiet',
          'aria-label': `Remove: ${faultInWords(fault)}`,
          click: () => change('It is removed.', `faults/${fault.id}`),
        },
        'Remove',
      ),
    );
  const load = (): void => {
    void attempt(undefined, async () => {
      const faults = await ask<readonly FaultEntry[]>('GET', 'faults');
      const none = element('li', { class: 'muted' }, 'None: every request is answered as it should be.');
      list.replaceChildren(...(faults.length === 0 ? [none] : faults.map(row)));
      clear.hidden = faults.length === 0;
    });
  };
  const changed = (): void => {
    load();
    refresh();
  };
  const change = (done: string, path: string): void => {
    void attempt(done, () => ask('DELETE', path)).then(changed);
  };
  clear.addEventListener('click', () => change('No fault is ordered any more.', 'faults'));

  return {
    element: element(
      'div',
      { class: 'panel' },
      element('h2', {}, 'Faults'),
      element('p', { class: 'muted' }, 'What is to go wrong, so that you see how your client copes.'),
      list,
      element('p', { class: 'buttons' }, clear),
      element('h3', {}, 'Add a fault'),
      faultForm(changed),
    ),
    show() {
      inSight = true;
      load();
    },
    update({ requests }, begun) {
      if (inSight && location.hash.startsWith('#/faults') && (begun || requests.length > 0)) load();
    },
  };
}
