import { type TransportDetails, TransportError } from './transport-error.js';

/** What a TimeoutError tells. */
export interface TimeoutErrorDetails extends TransportDetails {
  /** Which limit ran out: that of one attempt, or that of the whole call. */
  readonly limit: 'attempt' | 'total';
  /** The limit, in milliseconds. */
  readonly timeout: number;
}

/** A time limit ran out. */
export class TimeoutError extends TransportError {
  override readonly name: string = 'TimeoutError';
  /** Which limit ran out: that of one attempt, or that of the whole call. */
  readonly limit: 'attempt' | 'total';
  /** The limit, in milliseconds. */
  readonly timeout: number;

  constructor(details: TimeoutErrorDetails) {
    super(details);
    this.limit = details.limit;
    this.timeout = details.timeout;
  }
}
