import { type TransportDetails, TransportError } from './transport-error.js';

/** What an HttpError tells. */
export interface HttpErrorDetails extends TransportDetails {
  /** The status of HTTP, as 503. */
  readonly httpStatus: number;
  /** The first 200 characters of the answer, secrets masked. */
  readonly excerpt: string;
}

/** HTTP's own status says that this is no answer of the API: a proxy, a redirect, an overloaded server. */
export class HttpError extends TransportError {
  override readonly name: string = 'HttpError';
  /** The status of HTTP, as 503. */
  readonly httpStatus: number;
  /** The first 200 characters of the answer, secrets masked. */
  readonly excerpt: string;

  constructor(details: HttpErrorDetails) {
    super(details);
    this.httpStatus = details.httpStatus;
    this.excerpt = details.excerpt;
  }
}
