import {
  AbortedError,
  InvalidArgumentError,
  NetworkError,
  type Sent,
  TimeoutError,
  isStreamOneError,
} from '@streamone/core';
import { failureCode, failureReason, maskedCause } from '@streamone/client';
import type { UploadPlace } from './read-redirect.js';
import { UploadStalledError } from './upload-stalled-error.js';

/** What an upload was when it failed. */
export interface FailedUpload {
  readonly place: UploadPlace;
  readonly signal: AbortSignal | undefined;
  readonly url: URL;
  /** What gave leave to it: no error shows it. */
  readonly token: string;
  /** Whether anything was sent: the connection was made, and the form begun. */
  readonly begun: boolean;
}

/** What went wrong on the way, as an error of ours. */
export function uploadFailure(error: unknown, { place, signal, url, token, begun }: FailedUpload): Error {
  if (error instanceof InvalidArgumentError) return error.at(place);
  if (isStreamOneError(error)) return error;
  const sent: Sent = begun ? 'unknown' : 'no';
  const doubt = sent === 'no' ? '' : '; whether the file arrived is not known';
  if (signal?.aborted === true) {
    const reason = `the caller ended the upload${doubt}`;
    return new AbortedError({ ...place, sent, reason, cause: signal.reason });
  }
  if (error instanceof UploadStalledError) {
    const { timeout } = error;
    const reason = `nothing moved for ${timeout} ms${doubt}`;
    return new TimeoutError({ ...place, sent, limit: 'attempt', timeout, reason });
  }
  const cause = maskedCause(error, [token]);
  const reason = `no answer from ${url.host}: ${failureReason(cause)}${doubt}`;
  return new NetworkError({ ...place, sent, reason, code: failureCode(cause), cause });
}
