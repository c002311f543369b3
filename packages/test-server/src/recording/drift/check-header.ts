import type { Action } from '@streamone/core/catalogue';
import type { RecordedApiAnswer, RecordedRequest } from '../recording.js';
import type { Finding } from './drift-report.js';
import { typeName } from './type-name.js';

type Check = (value: unknown) => boolean;
const whole: Check = (value) => Number.isInteger(value);
const text: Check = (value) => typeof value === 'string';

/** The fields that are known, with their types. Source: protocol, documented and observed. */
const FIELDS: ReadonlyMap<string, readonly [expected: string, check: Check]> = new Map([
  ['status', ['a whole number', whole]],
  ['statusmessage', ['a string', text]],
  ['apiversion', ['3', (value) => value === 3]],
  ['cacheable', ['a boolean', (value) => typeof value === 'boolean']],
  ['count', ['a whole number', whole]],
  ['timezone', ['a string', text]],
  ['sessiontimeout', ['a whole number', whole]],
]);

/** Those of every answer that was captured. */
const ALWAYS = ['apiversion', 'cacheable', 'timezone'];

function header(path: string, expected: string, given: string): Finding {
  return { kind: 'header', path: `header.${path}`, expected, given };
}

/** Holds the header of an answer against what is known of headers. */
export function checkHeader(
  action: Action | undefined,
  request: RecordedRequest,
  answer: RecordedApiAnswer,
): Finding[] {
  const found: Finding[] = [];
  for (const [name, value] of Object.entries(answer.header)) {
    const known = FIELDS.get(name);
    if (known === undefined) found.push(header(name, 'no such field', typeName(value)));
    else if (!known[1](value)) found.push(header(name, known[0], typeName(value)));
  }
  const has = (name: string): boolean => Object.hasOwn(answer.header, name);
  const inSession = Object.hasOwn(request.parameters, 'session');
  const success = answer.header['status'] === 0;
  for (const name of ALWAYS) if (!has(name)) found.push(header(name, 'in every answer', 'nothing'));
  if (inSession && !has('sessiontimeout'))
    found.push(header('sessiontimeout', 'in every answer of a session', 'nothing'));
  if (!inSession && has('sessiontimeout')) found.push(header('sessiontimeout', 'nothing outside of a session', 'it'));
  if (action === undefined || !success) return found;
  if (action.paged && !has('count')) found.push(header('count', 'in every page', 'nothing'));
  if (!action.paged && has('count')) found.push(header('count', 'nothing: the action is not paged', 'it'));
  return found;
}
