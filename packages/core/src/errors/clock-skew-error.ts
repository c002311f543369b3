import { ApiError } from './api-error.js';

/** The timestamp lies outside the platform's window: this machine's clock is off. */
export class ClockSkewError extends ApiError {
  override readonly name: string = 'ClockSkewError';
}
