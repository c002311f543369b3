import { ConnectionResetError } from '../faults/connection-reset-error.js';

/** Whether an error means that there is to be no answer: a fault wants it so, or nobody waits for one. */
export function isUnanswered(error: unknown, request: Request): boolean {
  return error instanceof ConnectionResetError || request.signal.aborted;
}

/** In words that the server itself failed. */
export function failureText(error: unknown): string {
  return `The test server itself failed: ${error instanceof Error ? error.message : 'no error was thrown'}`;
}
