import { ApiError } from './api-error.js';

/** The platform refused an argument, a parameter, the action itself or the zone. */
export class InvalidInputError extends ApiError {
  override readonly name: string = 'InvalidInputError';
}
