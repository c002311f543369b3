import { differences } from './comparison.js';
import { element } from './element.js';
import { faultInWords } from './fault-in-words.js';
import { span } from './moments.js';
import type { Entry } from './server-types.js';
import { shownText } from './shown-text.js';

/** So many contradictions of an answer are shown. */
const MOST_MISMATCHES = 10;

/** What an explanation names beside its sentence. For a signature the strings are shown further down. */
function facts({
  expected,
  received,
  argument,
  token,
  accounts,
  secondsOff,
}: NonNullable<Entry['explanation']>): HTMLElement[] {
  const isSame = expected !== undefined && expected === received;
  const strings =
    argument === 'signature'
      ? []
      : isSame
        ? [['Expected and received', expected] as const]
        : [['Expected', expected] as const, ['Received', received] as const];
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
export function explanationSection({ explanation, fault, generated, mismatches }: Entry): HTMLElement {
  const ordered = fault && element('p', {}, 'A fault that was ordered happened: ', faultInWords(fault), '.');
  if (explanation === undefined) {
    const madeUp =
      generated && element('p', {}, 'The answer was made up from the declaration of the action, which has no handler.');
    const contradicts =
      mismatches &&
      element(
        'div',
        { class: 'contradicts' },
        element('p', {}, 'The answer of its handler contradicts what the action declares:'),
        element('ul', {}, ...mismatches.slice(0, MOST_MISMATCHES).map((text) => element('li', {}, shownText(text)))),
      );
    return element(
      'div',
      { class: 'verdict fine' },
      element('p', {}, 'Answered as asked.'),
      ordered,
      madeUp,
      contradicts,
    );
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
    explanation.stack === undefined ? undefined : element('pre', { class: 'stack' }, shownText(explanation.stack)),
    ordered,
  );
}
