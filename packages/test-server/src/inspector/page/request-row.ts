import { answerInWords, answerLabel, callInWords } from './answer-label.js';
import { element } from './element.js';
import { timeOfDay, took } from './moments.js';
import { routeHash } from './route.js';
import type { Listed } from './server-types.js';
import { shownText } from './shown-text.js';

/** A request in the list. */
export interface RequestRow {
  readonly id: number;
  readonly refused: boolean;
  /** What a filter looks through, in lower case. */
  readonly text: string;
  readonly item: HTMLLIElement;
  readonly link: HTMLAnchorElement;
}

/** Makes the row of a request. */
export function requestRow(request: Listed): RequestRow {
  const { id, time, method, actor, refused, faulted, generated, durationMs } = request;
  const who = actor === undefined ? 'nobody' : `${actor.type} ${actor.id}`;
  const tags = [faulted && 'fault', generated && 'generated'].filter((tag) => tag !== false && tag !== undefined);
  const link = element(
    'a',
    { href: routeHash('requests', id), tabindex: -1, class: refused ? 'refused' : undefined },
    element(
      'span',
      { class: 'line' },
      element('span', { class: 'method' }, shownText(method)),
      element('strong', { class: 'call' }, shownText(callInWords(request))),
      answerLabel(request, refused),
    ),
    element(
      'span',
      { class: 'line small' },
      element('time', { datetime: time }, timeOfDay(time)),
      element('span', { class: 'actor' }, shownText(who)),
      ...tags.map((tag) => element('span', { class: 'tag' }, tag)),
      element('span', { class: 'took' }, took(durationMs)),
    ),
  );
  const text = [id, method, callInWords(request), request.path, who, answerInWords(request), ...tags]
    .join(' ')
    .toLowerCase();
  return { id, refused, text, item: element('li', {}, link), link };
}
