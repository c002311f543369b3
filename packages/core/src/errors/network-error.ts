import { type TransportDetails, TransportError } from './transport-error.js';

/** What a NetworkError tells. */
export interface NetworkErrorDetails extends TransportDetails {
  /** The runtime's code, as `ECONNREFUSED`. */
  readonly code?: string | undefined;
}

/** The name was not found, nobody listened, TLS failed, or the connection broke. */
export class NetworkError extends TransportError {
  override readonly name: string = 'NetworkError';
  /** The runtime's code, as `ECONNREFUSED`, where there is one. */
  readonly code: string | undefined;

  constructor(details: NetworkErrorDetails) {
    super(details);
    this.code = details.code;
  }
}
