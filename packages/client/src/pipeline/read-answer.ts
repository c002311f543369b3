import {
  type ApiResponse,
  HttpError,
  MalformedResponseError,
  Status,
  excerpt,
  parseResponse,
  redactText,
} from '@streamone/core';
import type { RelayedRequest } from '../relay/relay.js';
import { type TransportResponse, headerOf } from '../transport/transport.js';
import type { PendingCall } from './pending-call.js';
import { parseRetryAfter } from './retry-after.js';

/**
 * Reads what came back as an answer of the API, whatever it says.
 *
 * @param secrets texts that no error may show, in case the answer repeats them
 * @param relayed tells the refusals of who is in between
 * @throws HttpError when HTTP's own status says that it is none; MalformedResponseError when its shape does
 */
export function readAnswer(
  call: PendingCall,
  http: TransportResponse,
  secrets: readonly string[],
  relayed?: RelayedRequest,
): ApiResponse {
  const { status: httpStatus, text } = http;
  const ok = httpStatus >= 200 && httpStatus < 300;
  const details = { ...call.place, sent: 'yes', httpStatus } as const;
  let fault: string;
  try {
    const response = parseResponse(text, secrets);
    if (ok && response.header.status === Status.OK) return response;
    if (response.header.status !== Status.OK) {
      noteRetryAfter(call, http);
      return masked(text, secrets);
    }
    fault = '';
  } catch (error) {
    if (!(error instanceof MalformedResponseError)) throw error;
    fault = error.message;
  }
  const begins = excerpt(text, secrets);
  if (ok) throw new MalformedResponseError({ ...details, reason: fault, excerpt: begins });
  noteRetryAfter(call, http);
  const refused = relayed?.refusal(http, call.place);
  if (refused !== undefined) {
    call.repeatable = refused.repeatable;
    throw refused.error;
  }
  const redirect =
    httpStatus === 0 || (httpStatus >= 300 && httpStatus < 400) ? ' (a redirect, which is not followed)' : '';
  const shown = begins === '' ? 'it is empty' : `it begins: ${begins}`;
  const reason = `HTTP status ${httpStatus}${redirect} and no answer of the API; ${shown}`;
  throw new HttpError({ ...details, reason, excerpt: begins });
}

function noteRetryAfter(call: PendingCall, http: TransportResponse): void {
  const header = headerOf(http, 'retry-after');
  if (header === undefined) return;
  const { options, clockOffset } = call.request;
  call.retryAfter = parseRetryAfter(header, options.clock() + clockOffset.milliseconds);
}

/** A refusal, in which no text of the server repeats a secret. */
function masked(text: string, secrets: readonly string[]): ApiResponse {
  const mask = (_name: string, value: unknown): unknown =>
    typeof value === 'string' ? maskText(value, secrets) : value;
  return JSON.parse(text, mask) as ApiResponse;
}

function maskText(text: string, secrets: readonly string[]): string {
  return secrets.some((secret) => text.includes(secret)) ? redactText(text, secrets) : text;
}
