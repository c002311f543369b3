import { type ErrorContext, StreamOneError } from './stream-one-error.js';

/**
 * Whether the request reached the platform: `no` is certain, `yes` is certain (there was an
 * answer), `unknown` is a request that may or may not have been carried out.
 */
export type Sent = 'yes' | 'no' | 'unknown';

/** What every TransportError tells. */
export interface TransportDetails extends ErrorContext {
  /** What happened, as a clause. */
  readonly reason: string;
  /** Whether the request reached the platform. */
  readonly sent: Sent;
}

/** No answer of the API came back: its subclasses say why. */
export abstract class TransportError extends StreamOneError {
  /** Whether the request reached the platform; a write with `unknown` may have been carried out. */
  readonly sent: Sent;

  constructor(details: TransportDetails) {
    const { command, action } = details;
    super(`${command === undefined ? '' : `${command}/${action ?? '?'}: `}${details.reason}`, details);
    this.sent = details.sent;
  }
}
