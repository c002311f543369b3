import { ask } from './ask.js';
import { answerLabel } from './answer-label.js';
import { element } from './element.js';
import type { Entry, StatusAnswer } from './server-types.js';

const known = new Map<number, Promise<StatusAnswer>>();

function describe(code: number): Promise<StatusAnswer> {
  const before = known.get(code);
  if (before !== undefined) return before;
  const asked = ask<StatusAnswer>('GET', `inspector/status/${code}`);
  known.set(code, asked);
  asked.catch(() => known.delete(code));
  return asked;
}

/** Shows what was answered, and what that means. */
export function answerSection(entry: Entry): HTMLElement[] {
  const { status, httpStatus, explanation } = entry;
  const meaning = element('dd', {}, '\u2026');
  if (status !== undefined) {
    void describe(status).then(
      (answer) => (meaning.textContent = `${answer.meaning} (kind: ${answer.kind})`),
      () => (meaning.textContent = 'not known'),
    );
  }
  return [
    element('h3', {}, 'Answer'),
    element(
      'dl',
      { class: 'pairs' },
      element('dt', {}, 'Status'),
      element('dd', {}, answerLabel(entry, explanation !== undefined)),
      ...(status === undefined ? [] : [element('dt', {}, 'Meaning'), meaning]),
      element('dt', {}, 'HTTP'),
      element('dd', {}, httpStatus === 0 ? 'no answer was sent' : String(httpStatus)),
    ),
  ];
}
