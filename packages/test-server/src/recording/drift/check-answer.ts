import { Status, statusRow } from '@streamone/core';
import type { Action } from '@streamone/core/catalogue';
import type { RecordedAnswer, RecordedApiAnswer, RecordedRequest } from '../recording.js';
import { checkArguments } from './check-arguments.js';
import { checkBody } from './check-body.js';
import { checkHeader } from './check-header.js';
import { checkPaging } from './check-paging.js';
import type { Finding } from './drift-report.js';

/** Statuses up to this one may come from any action. Source: protocol, documented. */
const LAST_GENERAL: number = Status.API_IN_READONLY_MODE;

function checkStatus(action: Action | undefined, { header }: RecordedApiAnswer): Finding[] {
  const status = Number(header['status']);
  const path = 'header.status';
  const { kind, name } = statusRow(status);
  if (kind === 'unknown')
    return [{ kind: 'unknown-status', path, expected: 'a status of the table', given: `${status}` }];
  if (action === undefined || status <= LAST_GENERAL) return [];
  // A session can be dead whatever it asks for.
  if (action.errors.includes(status) || status === Status.SESSION_NOT_FOUND) return [];
  const known = action.errors.length === 0 ? 'general ones alone' : `general ones, ${action.errors.join(', ')}`;
  return [{ kind: 'unlisted-status', path, expected: known, given: `${status} ${name}` }];
}

function checkKnown(action: Action | undefined, { header }: RecordedApiAnswer): Finding[] {
  const refused = header['status'] === Status.INVALID_ACTION;
  if (refused !== (action !== undefined)) return [];
  const [expected, given] = refused
    ? ['an action of the platform', 'the platform knows no such action']
    : ['nothing: the catalogue has no such action', 'an answer'];
  return [{ kind: 'unknown-action', path: '', expected, given }];
}

/**
 * Holds one exchange, its secrets masked, against the catalogue.
 *
 * @param action its declaration, if there is one
 */
export function checkAnswer(action: Action | undefined, request: RecordedRequest, answer: RecordedAnswer): Finding[] {
  const found: Finding[] = [];
  if (answer.httpStatus !== 200) {
    found.push({ kind: 'http-status', path: '', expected: '200', given: String(answer.httpStatus) });
  }
  if ('malformed' in answer) {
    return [...found, { kind: 'malformed', path: '', expected: 'a response of the API', given: answer.malformed }];
  }
  found.push(...checkKnown(action, answer), ...checkStatus(action, answer), ...checkHeader(action, request, answer));
  if (action === undefined || answer.header['status'] !== Status.OK) return found;
  found.push(...checkArguments(action, request), ...checkBody(action, answer));
  if (action.paged) found.push(...checkPaging(request, answer));
  return found;
}
