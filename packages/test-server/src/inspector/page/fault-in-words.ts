import type { FaultOptions } from './server-types.js';

/** What each kind of fault gives the client. */
export const FAULT_KINDS = {
  html: 'a page of HTML instead of JSON',
  empty: 'HTTP 200 with nothing in it',
  malformed: 'half of the JSON, as if that were all',
  truncated: 'half of the answer, then the connection ends',
  reset: 'the connection ends without an answer',
  hang: 'no answer, ever',
  delay: 'the answer later',
  slow: 'the answer piece by piece',
} as const;

function what({ status, http, kind, retryAfter, ms = 1000 }: FaultOptions): string {
  const later = retryAfter === undefined ? '' : `, Retry-After ${retryAfter} s`;
  if (status !== undefined) return `status ${status} of the API${later}`;
  if (http !== undefined) return `HTTP ${http}${later}`;
  if (kind === undefined) return 'nothing';
  return kind === 'delay' || kind === 'slow' ? `${FAULT_KINDS[kind]}, ${ms} ms` : FAULT_KINDS[kind];
}

/** A fault in words: what happens, to which requests, how often. */
export function faultInWords(fault: FaultOptions): string {
  const { command, action, actor, times, after, probability } = fault;
  const words = [what(fault)];
  if (command !== undefined || action !== undefined)
    words.push(`for ${command ?? 'any command'}/${action ?? 'any action'}`);
  if (actor !== undefined) words.push(`from ${actor}`);
  if (after !== undefined && after > 0) words.push(`after ${after} that pass`);
  // JSON has no infinity.
  words.push(typeof times === 'number' ? `${times} ${times === 1 ? 'time' : 'times'}` : 'every time');
  if (probability !== undefined && probability < 1) words.push(`with a chance of ${Math.round(probability * 100)} %`);
  return words.join(', ');
}
