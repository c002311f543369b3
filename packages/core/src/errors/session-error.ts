import { ApiError } from './api-error.js';

/** A login was refused (280, 281) or the session is gone (282). */
export class SessionError extends ApiError {
  override readonly name: string = 'SessionError';
}
