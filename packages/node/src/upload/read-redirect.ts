import { type ApiError, HttpError, MalformedResponseError, createApiError } from '@streamone/core';
import type { UploadAnswer } from './upload-request.js';

/** Where the platform sends a browser when an upload is over. Nobody ever fetches it: `.invalid` is no host's name. */
export const RETURN_URL = 'https://upload.invalid/done';

/** Where an upload happened, for its errors. */
export interface UploadPlace {
  readonly command: string;
  readonly action: string;
  readonly attempts: number;
  readonly requestId: string;
}

function refused(place: UploadPlace, status: number, httpStatus: number): ApiError {
  return createApiError({ ...place, header: { status, statusmessage: '' }, body: null, httpStatus });
}

/**
 * Reads what the platform says at the end of an upload: a redirect to the `returnurl`, with `error=<code>` where
 * it refused. Source: protocol, documented.
 *
 * @throws the ApiError of that code; HttpError or MalformedResponseError when it is no such redirect
 */
export function readRedirect({ status, location }: UploadAnswer, place: UploadPlace): void {
  const details = { ...place, sent: 'yes', httpStatus: status, excerpt: '' } as const;
  if (status < 300 || status > 399 || location === undefined) {
    throw new HttpError({ ...details, reason: `HTTP status ${status} instead of the redirect that ends an upload` });
  }
  const url = URL.parse(location);
  if (url === null || `${url.origin}${url.pathname}` !== RETURN_URL) {
    // An address that is not ours may hold anything, so that it is not shown.
    const reason = 'the redirect that ends the upload leads elsewhere than to the "returnurl" that was given';
    throw new MalformedResponseError({ ...details, reason });
  }
  const error = url.searchParams.get('error');
  if (error === null) return;
  // Zero is no error, so it says neither that it went well nor that it went wrong.
  if (/^\d{1,6}$/.test(error) && Number(error) !== 0) throw refused(place, Number(error), status);
  throw new MalformedResponseError({
    ...details,
    reason: 'the redirect that ends the upload has an error without a code',
  });
}
