import { ApiError } from './api-error.js';

/** The API runs read-only for now: nothing can be written. */
export class ReadOnlyError extends ApiError {
  override readonly name: string = 'ReadOnlyError';
}
