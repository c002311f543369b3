import { MalformedResponseError, NetworkError, type StreamOneError, isStreamOneError } from '@streamone/core';
import { failureCode, failureReason, maskedCause } from '../transport/transport-failure.js';
import { UnreadableAnswerError } from '../transport/unreadable-answer-error.js';
import type { PendingCall } from './pending-call.js';

/**
 * What a transport or a middleware threw, as an error of ours.
 *
 * @param secrets texts that it must not show
 */
export function transportErrorOf(call: PendingCall, error: unknown, secrets: readonly string[]): StreamOneError {
  if (isStreamOneError(error)) return error;
  if (error instanceof UnreadableAnswerError) {
    const { httpStatus, message } = error;
    const reason = `the answer, of HTTP status ${httpStatus}, can't be read: ${message}`;
    return new MalformedResponseError({ ...call.place, reason, sent: 'yes', httpStatus, excerpt: '' });
  }
  const cause = maskedCause(error, secrets);
  const sent = call.sent === 'no' ? 'no' : (call.request.options.failures?.sent(error) ?? 'unknown');
  const reason = `no answer from ${new URL(call.request.options.url).host}: ${failureReason(cause)}${call.doubt(sent)}`;
  return new NetworkError({ ...call.place, reason, sent, code: failureCode(cause), cause });
}
