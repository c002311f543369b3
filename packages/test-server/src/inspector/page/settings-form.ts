import { ask } from './ask.js';
import { element } from './element.js';
import { attempt } from './notice.js';
import type { StateSettings } from './server-types.js';

const WORDS: Readonly<Record<keyof StateSettings, string>> = {
  readOnly: 'Read-only: writes get status 10',
  timestampWindow: 'Timestamps may be off by (seconds)',
  maxLimit: 'Greatest limit (rows)',
  sessionTimeout: 'Sessions end after (seconds without a request)',
  challengeLifetime: 'Challenges live for (seconds)',
  maxFailedLogins: 'Failed logins before status 8',
  failedLoginWindow: 'Failed logins count for (seconds)',
};

function field(name: string, words: string, value: boolean | number): HTMLElement {
  if (typeof value === 'boolean') {
    const box = element('input', { type: 'checkbox', name, checked: value });
    return element('label', { class: 'check' }, box, ` ${words}`);
  }
  return element(
    'label',
    {},
    words,
    element('input', { type: 'number', name, value, min: 0, step: 1, required: true }),
  );
}

/** Makes the form of the settings. @param onSaved told when the server has taken them */
export function settingsForm(settings: StateSettings, onSaved: () => void): HTMLElement {
  const names = Object.entries(WORDS).map(([name, words]) => {
    const value = Object.entries(settings).find(([key]) => key === name)?.[1];
    return value === undefined ? undefined : field(name, words, value);
  });
  const form = element('form', { class: 'grid', 'aria-label': 'Settings' }, ...names);
  form.append(element('p', { class: 'buttons' }, element('button', { type: 'submit' }, 'Save settings')));
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const values = [...form.querySelectorAll('input')].map(({ name, type, checked, value }) => [
      name,
      type === 'checkbox' ? checked : Number(value),
    ]);
    const changed = Object.fromEntries(values) as Readonly<Record<string, boolean | number>>;
    void attempt('The settings are saved.', () => ask('POST', 'state', { settings: changed })).then((saved) => {
      if (saved) onSaved();
    });
  });
  return form;
}
