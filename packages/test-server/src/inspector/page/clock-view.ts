import { ask } from './ask.js';
import { element } from './element.js';
import { instant, offsetInWords } from './moments.js';
import { attempt } from './notice.js';
import type { ShownClock } from './server-types.js';
import type { View } from './view.js';

const STEPS = [
  [60, '+1 min'],
  [901, '+15 min 1 s', 'past the window of timestamps'],
  [3600, '+1 h'],
  [86_400, '+1 d'],
] as const;

/** Makes the view of the clock: the server's time, and what moves it. */
export function createClockView(refresh: () => void): View {
  const time = element('p', { class: 'clock', 'aria-label': "The server's time" });
  const offset = element('p', { class: 'muted' });
  const freeze = element('button', { type: 'button', class: 'quiet' });
  let [known, at]: [ShownClock | undefined, number] = [undefined, 0];

  const draw = (): void => {
    if (known === undefined) return;
    const now = known.milliseconds + (known.frozen ? 0 : performance.now() - at);
    time.textContent = instant(new Date(now).toISOString());
    const timestamp = `UNIX time ${Math.floor(now / 1000)}`;
    offset.textContent = `${timestamp}, ${offsetInWords(known.offsetSeconds)}${known.frozen ? ', frozen' : ''}`;
    freeze.textContent = known.frozen ? 'Resume' : 'Freeze';
  };
  const take = (clock: ShownClock): void => {
    known = clock;
    at = performance.now();
    draw();
  };
  const change = (method: 'POST' | 'DELETE', body?: object): void => {
    void attempt(undefined, async () => take(await ask<ShownClock>(method, 'clock', body))).then(refresh);
  };
  freeze.addEventListener('click', () => change('POST', { freeze: known?.frozen !== true }));

  const advance = STEPS.map(([seconds, words, why]) =>
    element(
      'button',
      { type: 'button', class: 'quiet', title: why, click: () => change('POST', { advance: seconds }) },
      words,
    ),
  );
  const seconds = element('input', { type: 'number', required: true, value: -60, step: 1 });
  const wanted = element('input', { type: 'datetime-local', step: 1, required: true });
  const submit =
    (act: () => void) =>
    (event: Event): void => {
      event.preventDefault();
      act();
    };
  const reset = element(
    'button',
    { type: 'button', class: 'quiet', click: () => change('DELETE') },
    'Back to the real time',
  );
  setInterval(draw, 250);

  return {
    element: element(
      'div',
      { class: 'panel' },
      element('h2', {}, 'Clock'),
      time,
      offset,
      element(
        'p',
        { class: 'muted' },
        'Timestamps, sessions and challenges are judged by this clock. 15 minutes and 1 second make a timestamp of now too old (status 2).',
      ),
      element('h3', {}, 'Move it'),
      element('p', { class: 'buttons' }, ...advance, freeze, reset),
      element(
        'form',
        { class: 'tools', submit: submit(() => change('POST', { advance: Number(seconds.value) })) },
        element('label', {}, 'By seconds ', seconds),
        element('button', { type: 'submit' }, 'Advance'),
      ),
      element(
        'form',
        { class: 'tools', submit: submit(() => change('POST', { set: new Date(`${wanted.value}Z`).getTime() })) },
        element('label', {}, 'To a time in UTC ', wanted),
        element('button', { type: 'submit' }, 'Set'),
      ),
    ),
    show: () => refresh(),
    update: ({ clock }) => take(clock),
  };
}
