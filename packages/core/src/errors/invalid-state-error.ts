import { ApiError } from './api-error.js';

/** The thing is not in the state that the action needs. */
export class InvalidStateError extends ApiError {
  override readonly name: string = 'InvalidStateError';
}
