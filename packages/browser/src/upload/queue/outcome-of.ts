import { AbortedError, TransportError, isApiError, isStreamOneError } from '@streamone/core';
import type { QueueEntry, QueueError } from './queue-entry.js';

function codeOf(error: object): string | undefined {
  return 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}

function keptError(error: unknown): QueueError {
  if (!(error instanceof Error)) return { name: 'Error', message: String(error) };
  const { name, message } = error;
  const code = isStreamOneError(error) ? codeOf(error) : undefined;
  return { name, message, ...(isApiError(error) && { status: error.status }), ...(code !== undefined && { code }) };
}

/** What an upload that failed makes of its entry. @param sent bytes of the file that had left */
export function outcomeOf(error: unknown, { sent, size }: Pick<QueueEntry, 'sent' | 'size'>): Partial<QueueEntry> {
  const doubtful = error instanceof TransportError && error.sent !== 'no';
  // Where a receiver is not known to need the end of a form, who ends it before all has left has ended it all the same.
  if (error instanceof AbortedError) return { state: doubtful && sent >= size ? 'unknown' : 'cancelled' };
  return { state: doubtful ? 'unknown' : 'failed', error: keptError(error) };
}
