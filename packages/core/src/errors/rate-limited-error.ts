import { ApiError } from './api-error.js';

/** Too many failed attempts to authenticate; the platform wants a pause. It says nothing about how long. */
export class RateLimitedError extends ApiError {
  override readonly name: string = 'RateLimitedError';
}
