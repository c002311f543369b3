import { ApiError } from './api-error.js';

/** The signature, the actor or a single sign-on token was not accepted: status 3 for an unknown actor or a wrong key. */
export class AuthenticationError extends ApiError {
  override readonly name: string = 'AuthenticationError';
}
