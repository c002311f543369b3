import { TransportError } from './transport-error.js';

/** The caller's own `AbortSignal` ended the call; its reason is the `cause`. */
export class AbortedError extends TransportError {
  override readonly name: string = 'AbortedError';
}
