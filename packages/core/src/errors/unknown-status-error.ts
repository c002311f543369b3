import { ApiError } from './api-error.js';

/** A status that is not in the table of known ones; its code and message are as sent. */
export class UnknownStatusError extends ApiError {
  override readonly name: string = 'UnknownStatusError';
}
