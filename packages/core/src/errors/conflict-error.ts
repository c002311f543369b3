import { ApiError } from './api-error.js';

/** What exists stands in the way: a name that is taken, a thing in use, a state reached already. */
export class ConflictError extends ApiError {
  override readonly name: string = 'ConflictError';
}
