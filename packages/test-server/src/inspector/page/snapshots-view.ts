import { ask } from './ask.js';
import { confirm } from './confirm.js';
import { element } from './element.js';
import { instant } from './moments.js';
import { attempt } from './notice.js';
import type { SnapshotAnswer } from './server-types.js';
import type { View } from './view.js';

/** Makes the view of snapshots, and of what brings the server back to its beginning. */
export function createSnapshotsView(refresh: () => void): View {
  const list = element('ul', { class: 'rows', 'aria-label': 'Snapshots' });
  const button = (words: string, label: string, click: () => void): HTMLElement =>
    element('button', { type: 'button', class: 'quiet', 'aria-label': label, click }, words);

  const row = ({ id, taken }: SnapshotAnswer): HTMLElement =>
    element(
      'li',
      {},
      element('span', {}, `Snapshot ${id}`),
      element('span', { class: 'muted' }, instant(taken)),
      button('Restore', `Restore snapshot ${id}`, () => change(`Snapshot ${id} is back.`, 'POST', `snapshot/${id}`)),
      button('Remove', `Remove snapshot ${id}`, () => change(`Snapshot ${id} is removed.`, 'DELETE', `snapshot/${id}`)),
    );
  const load = (): void => {
    void attempt(undefined, async () => {
      const kept = await ask<readonly SnapshotAnswer[]>('GET', 'snapshot');
      list.replaceChildren(...(kept.length === 0 ? [element('li', { class: 'muted' }, 'None yet.')] : kept.map(row)));
    });
  };
  const change = (done: string, method: 'POST' | 'DELETE', path: string): void => {
    void attempt(done, () => ask(method, path)).then(() => {
      load();
      refresh();
    });
  };
  const take = (): void => change('A snapshot is taken.', 'POST', 'snapshot');
  const reset = async (): Promise<void> => {
    const consequences =
      'Every record and setting as when it started, the clock too. Requests, faults and snapshots are forgotten.';
    if (await confirm('Reset the server?', consequences, 'Reset'))
      change('The server is as when it started.', 'POST', 'reset');
  };

  return {
    element: element(
      'div',
      { class: 'panel' },
      element('h2', {}, 'Snapshots'),
      element(
        'p',
        { class: 'muted' },
        'A snapshot keeps every record and setting, and how the clock is set. It can be restored again and again.',
      ),
      list,
      element('p', { class: 'buttons' }, element('button', { type: 'button', click: take }, 'Take a snapshot')),
      element('h3', {}, 'Reset'),
      element('p', { class: 'muted' }, 'Brings back the scenario with which the server was started.'),
      element(
        'p',
        { class: 'buttons' },
        element('button', { type: 'button', class: 'danger', click: () => void reset() }, 'Reset the server\u2026'),
      ),
    ),
    show: load,
  };
}
