import { type TransportDetails, TransportError } from './transport-error.js';

/** What a MalformedResponseError tells. */
export interface MalformedResponseDetails extends TransportDetails {
  /** The first 200 characters of the answer, secrets masked. */
  readonly excerpt: string;
  /** The status of HTTP, where it is known. */
  readonly httpStatus?: number | undefined;
}

/** The answer is not JSON, or not of the API's shape `{ header, body }`. */
export class MalformedResponseError extends TransportError {
  override readonly name: string = 'MalformedResponseError';
  /** The first 200 characters of the answer, secrets masked. */
  readonly excerpt: string;
  /** The status of HTTP, where it is known. */
  readonly httpStatus: number | undefined;

  constructor(details: MalformedResponseDetails) {
    super(details);
    this.excerpt = details.excerpt;
    this.httpStatus = details.httpStatus;
  }
}
