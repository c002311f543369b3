import { NetworkError, type Sent } from '@streamone/core';
import type { FormSending } from './send-form.js';

/** No answer that the page may read came back. */
export class UnreadableOutcome extends Error {
  override readonly name: string = 'UnreadableOutcome';
  /** Whether all of the form had left. */
  readonly complete: boolean;

  constructor(complete: boolean) {
    super();
    this.complete = complete;
  }
}

/** Whether anything can have come of a form. @param complete whether all of it had left */
export function sentOf(complete: boolean, { needsEnd }: FormSending): Sent {
  return needsEnd && !complete ? 'no' : 'unknown';
}

/** What a message says of the file. */
export function doubt(sent: Sent): string {
  return sent === 'no' ? '' : '; whether the file arrived is not known';
}

/** The error for an answer that the page could not read. */
export function unreadable({ complete }: UnreadableOutcome, sending: FormSending): NetworkError {
  const sent = sentOf(complete, sending);
  const reached = complete ? 'all of it was sent, and ' : '';
  const reason = `${reached}no answer of ${new URL(sending.url).host} that the page may read${doubt(sent)}`;
  return new NetworkError({ ...sending.place, sent, reason });
}
