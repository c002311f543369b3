import { answerLabel, callInWords } from './answer-label.js';
import { answerSection } from './answer-section.js';
import { copyButton } from './copy-button.js';
import { element } from './element.js';
import { explanationSection } from './explanation-section.js';
import { fieldsTable } from './fields-table.js';
import { instant, timeOfDay, took } from './moments.js';
import type { Entry } from './server-types.js';
import { shownText } from './shown-text.js';
import { signingSection } from './signing-section.js';
import { stepList } from './step-list.js';

function count(fields: object): string {
  return String(Object.keys(fields).length);
}

/** Shows all there is to a request: first what is wrong, then how that was found. */
export function requestDetails(entry: Entry): HTMLElement {
  const { id, time, method, path, actor, durationMs, parameters, arguments: args, verification } = entry;
  const who = actor === undefined ? 'from nobody in particular' : `from ${actor.type} ${actor.id}`;
  return element(
    'article',
    { 'aria-labelledby': 'request-title' },
    element(
      'header',
      { class: 'title' },
      element(
        'h2',
        { id: 'request-title', tabindex: -1 },
        shownText(method),
        ' ',
        shownText(callInWords(entry)),
        ' ',
        answerLabel(entry, entry.explanation !== undefined),
      ),
      element(
        'p',
        { class: 'muted' },
        `Request ${id}, `,
        element('time', { datetime: time, title: instant(time) }, `${timeOfDay(time)} UTC`),
        ', ',
        shownText(who),
        `, ${took(durationMs)}`,
      ),
      element(
        'p',
        { class: 'buttons' },
        copyButton('a link to this request', () => location.href, 'Copy link'),
        copyButton('this request', () => JSON.stringify(entry, null, 2), 'Copy as JSON'),
      ),
    ),
    explanationSection(entry),
    ...(verification.length === 0 ? [] : [element('h3', {}, 'Verification'), stepList(verification)]),
    ...signingSection(entry),
    element('h3', {}, 'Parameters ', element('span', { class: 'count' }, count(parameters))),
    element('p', { class: 'path' }, element('code', {}, shownText(path))),
    fieldsTable('Parameters', parameters),
    element('h3', {}, 'Arguments ', element('span', { class: 'count' }, count(args))),
    fieldsTable('Arguments', args),
    ...answerSection(entry),
  );
}
