import { element } from './element.js';
import type { Listed } from './server-types.js';

/** An answer in words: `3 AUTHENTICATION_FAILED`, `HTTP 404`. */
export function answerInWords({
  status,
  statusName,
  httpStatus,
}: Pick<Listed, 'status' | 'statusName' | 'httpStatus'>): string {
  if (status !== undefined) return `${status} ${statusName}`;
  return httpStatus === 0 ? 'no answer' : `HTTP ${httpStatus}`;
}

/** An answer with a sign before it: what was refused is told apart by more than its colour. */
export function answerLabel(
  request: Pick<Listed, 'status' | 'statusName' | 'httpStatus'>,
  refused: boolean,
): HTMLElement {
  const sign = element('span', { class: 'mark', role: 'img', 'aria-label': refused ? 'refused:' : 'answered:' });
  sign.textContent = refused ? '\u2717' : '\u2713';
  return element('span', { class: refused ? 'answer bad' : 'answer good' }, sign, ` ${answerInWords(request)}`);
}

/** What was asked, in words: `item/view`, or the path where that is no call. */
export function callInWords({ command, action, path }: Pick<Listed, 'command' | 'action' | 'path'>): string {
  return command === undefined || action === undefined ? path : `${command}/${action}`;
}
