import { ask } from './ask.js';
import { element } from './element.js';
import { FAULT_KINDS } from './fault-in-words.js';
import { attempt } from './notice.js';

/** Which fields go with what; the others are hidden and not sent. */
const GOES_WITH: Readonly<Record<string, readonly string[]>> = {
  status: ['status', 'api'],
  retryAfter: ['http', 'api'],
  http: ['http'],
  ms: ['delay', 'slow'],
};

const NUMBERS: ReadonlySet<string> = new Set(['status', 'http', 'retryAfter', 'ms', 'times', 'after', 'probability']);

function number(
  name: string,
  words: string,
  attributes: Readonly<Record<string, string | number | boolean>>,
): HTMLElement {
  return element('label', {}, words, element('input', { type: 'number', name, step: 1, min: 0, ...attributes }));
}

function text(name: string, words: string, placeholder: string): HTMLElement {
  return element('label', {}, words, element('input', { name, placeholder, spellcheck: 'false', autocomplete: 'off' }));
}

function fields(): HTMLElement[] {
  const kinds = Object.entries(FAULT_KINDS).map(([kind, words]) =>
    element('option', { value: kind }, `${kind}: ${words}`),
  );
  return [
    element(
      'label',
      { class: 'wide' },
      'What the client gets',
      element(
        'select',
        { name: 'what' },
        element('option', { value: 'http' }, 'an HTTP status, as 503'),
        element('option', { value: 'api' }, 'a status of the API, as 8'),
        ...kinds,
      ),
    ),
    number('http', 'HTTP status', { value: 503, min: 200, max: 599, required: true }),
    number('status', 'Status of the API', { value: 1, min: 1, required: true }),
    number('retryAfter', 'Retry-After (seconds)', { placeholder: 'none' }),
    number('ms', 'For how long (milliseconds)', { value: 1000, max: 600_000, required: true }),
    number('times', 'How often', { min: 1, value: 1, placeholder: 'every time' }),
    number('after', 'After so many that pass', { placeholder: '0' }),
    number('probability', 'How likely (0 to 1)', { step: 'any', max: 1, placeholder: '1' }),
    text('command', 'Only the command', 'any, as item'),
    text('action', 'Only the action', 'any, as view'),
    text('actor', 'Only from (ID)', 'any user or application'),
  ];
}

/** Makes the form that orders a fault. @param onAdded told when the server has taken it */
export function faultForm(onAdded: () => void): HTMLElement {
  const form = element('form', { class: 'grid', 'aria-label': 'Add a fault' }, ...fields());
  form.append(element('p', { class: 'buttons' }, element('button', { type: 'submit' }, 'Add fault')));
  const what = form.querySelector('select');
  const inputs = [...form.querySelectorAll('input')];
  const fit = (): void => {
    for (const input of inputs) {
      const fits = GOES_WITH[input.name]?.includes(what?.value ?? '') ?? true;
      input.disabled = !fits;
      const label = input.closest('label');
      if (label !== null) label.hidden = !fits;
    }
  };
  what?.addEventListener('change', fit);
  fit();
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const given = inputs.filter(({ disabled, value }) => !disabled && value !== '');
    const options = given.map(({ name, value }) => [name, NUMBERS.has(name) ? Number(value) : value] as const);
    const kind = what !== null && Object.hasOwn(FAULT_KINDS, what.value) ? { kind: what.value } : {};
    const fault = { ...kind, ...Object.fromEntries(options) };
    void attempt('The fault is ordered.', () => ask('POST', 'faults', fault)).then((added) => {
      if (added) onAdded();
    });
  });
  return form;
}
