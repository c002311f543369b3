import { ApiError } from './api-error.js';

/** The platform failed on its own side. */
export class InternalError extends ApiError {
  override readonly name: string = 'InternalError';
}
