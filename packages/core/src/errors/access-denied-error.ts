import { ApiError } from './api-error.js';

/** The actor may not do this, for want of a token or because the thing belongs to another account. */
export class AccessDeniedError extends ApiError {
  override readonly name: string = 'AccessDeniedError';
}
