import { ApiError } from './api-error.js';

/** What an ID names does not exist. */
export class NotFoundError extends ApiError {
  override readonly name: string = 'NotFoundError';
}
