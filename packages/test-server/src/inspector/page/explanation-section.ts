import { differences } from './comparison.js';
import { element } from './element.js';
import { faultInWords } from './fault-in-words.js';
import { span } from './moments.js';
import type { Entry } from './server-types.js';
import { shownText } from './shown-text.js';

/** What an explanation names beside its sentence. For a signature the strings are shown further down. */
function facts({
  expected,
  received,
  argument,
  token,
  accounts,
  secondsOff,
}: NonNullable<Entry['explanation']>): HTMLElement[] {
  const strings = argument === 'signature' ? [] : [['Expected', expected] as const, ['Received', received] as const];
  const pairs = [
    ['At fault', argument === 'signature' ? undefined : argument],
    ...strings,
    ['Missing token', token],
    ['In the accounts', accounts?.join(', ')],
    [
      'Clock',
      secondsOff === undefined ? undefined : `${span(secondsOff)} ${secondsOff > 0 ? 'ahead of' : 'behind'} the server`,
    ],
  ] as const;
  return pairs.flatMap(([name, value]) =>
    value === undefined ? [] : [element('dt', {}, name), element('dd', {}, shownText(value))],
  );
}

/** Says first of all what is wrong with a request and what to do; or that nothing is. */
export function explanationSection({ explanation, fault, generated }: Entry): HTMLElement {
  const ordered = fault && element('p', {}, 'A fault that was ordered happened: ', faultInWords(fault), '.');
  if (explanation === undefined) {
    const madeUp =
      generated && element('p', {}, 'The answer was made up from the declaration of the action, which has no handler.');
    return element('div', { class: 'verdict fine' }, element('p', {}, 'Answered as asked.'), ordered, madeUp);
  }
  const named = facts(explanation);
  const { expected, received, argument } = explanation;
  const isCompared = argument === 'signature' && expected !== undefined && received !== undefined;
  return element(
    'div',
    { class: 'verdict refused', role: 'group', 'aria-label': 'What is wrong' },
    element('h3', {}, 'What is wrong'),
    element('p', { class: 'summary' }, shownText(explanation.summary)),
    isCompared && expected !== received ? differences(expected, received) : undefined,
    named.length > 0 ? element('dl', { class: 'pairs' }, ...named) : undefined,
    ordered,
  );
}
