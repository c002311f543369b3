import { element } from './element.js';
import type { Entry } from './server-types.js';
import { shownText } from './shown-text.js';

type Step = Entry['verification'][number];

const NAMES: Readonly<Record<Step['name'], string>> = {
  request: 'Method and path',
  parameters: 'Parameters',
  actor: 'Who asks',
  session: 'Session',
  signature: 'Signature',
  timestamp: 'Timestamp',
  timezone: 'Time zone',
  action: 'Action',
  'read-only': 'Writes allowed',
  scope: 'Account or customer',
  rights: 'Rights',
  arguments: 'Arguments',
  answer: 'Answer',
};

const SIGNS = { passed: '\u2713', failed: '\u2717', 'not reached': '\u2013' } as const;

function row({ name, result, detail }: Step): HTMLElement {
  const words = result === 'failed' ? 'Here it ended, for the reason above.' : detail;
  return element(
    'li',
    { class: result === 'failed' ? 'bad' : 'good' },
    element('span', { class: 'mark', role: 'img', 'aria-label': `${result}:` }, SIGNS[result]),
    element('span', { class: 'step' }, NAMES[name]),
    element('span', { class: 'detail' }, ...(words === undefined ? [] : [shownText(words)])),
  );
}

/** Shows what a request went through; the steps that it did not reach share a line. */
export function stepList(steps: Entry['verification']): HTMLElement {
  const rows = steps.filter(({ result }) => result !== 'not reached').map(row);
  const missed = steps.filter(({ result }) => result === 'not reached').map(({ name }) => NAMES[name]);
  if (missed.length > 0) {
    rows.push(
      element(
        'li',
        { class: 'muted' },
        element('span', { class: 'mark', 'aria-hidden': 'true' }, SIGNS['not reached']),
        element('span', { class: 'step' }, 'Not reached'),
        element('span', { class: 'detail' }, missed.join(', ')),
      ),
    );
  }
  return element('ol', { class: 'steps', 'aria-label': 'Verification, step by step' }, ...rows);
}
