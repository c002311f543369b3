import type { Caller } from '../answer/authenticate.js';

/** Which key a caller must sign with, in words: never the key itself. */
export function keyInWords(caller: Caller): string {
  if (caller.type !== 'session') return `the PSK of ${caller.type} "${caller.record.id}"`;
  const { application, session } = caller;
  return `the PSK of application "${application.id}" immediately followed by the key of session "${session.id}"`;
}
