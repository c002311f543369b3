import type { RawResponse } from '../answer/raw-request.js';
import { Refusal } from '../answer/refusal.js';
import type { FaultOptions } from './fault.js';

/** What a fault may do with a request. */
export interface FaultedRequest {
  /** Carries it out. */
  proceed(): RawResponse;
  /** Refuses it with a status of the API. */
  refuse(refusal: Refusal): RawResponse;
  /** Gives an answer its `Date`. */
  dated(response: RawResponse): RawResponse;
}

/** What `kind: 'html'` answers: a page as a proxy in between shows it. */
export const FAULT_PAGE =
  '<!doctype html>\n<html><head><title>502 Bad Gateway</title></head><body>Bad Gateway</body></html>\n';

/** What `http` answers. */
export const FAULT_TEXT = 'A fault was ordered for this request.\n';

/** How long `delay` and `slow` take unless they say, in milliseconds. */
export const FAULT_MS = 1000;

/** HTTP statuses whose answers have no body. */
export const BODYLESS: ReadonlySet<number> = new Set([204, 205, 304]);

function plain(status: number, type: string, body: string): RawResponse {
  return { status, headers: { 'content-type': type }, body };
}

function withRetryAfter(response: RawResponse, { retryAfter }: FaultOptions): RawResponse {
  if (retryAfter === undefined) return response;
  return { ...response, headers: { ...response.headers, 'retry-after': String(retryAfter) } };
}

/** The answer that a fault makes. */
export function faultResponse(fault: FaultOptions, request: FaultedRequest): RawResponse {
  const { status, http, kind, ms = FAULT_MS } = fault;
  if (status !== undefined) {
    const refusal = new Refusal(status, { summary: 'A fault was ordered for this request (faults.add).' });
    return withRetryAfter(request.refuse(refusal), fault);
  }
  if (http !== undefined) {
    const body = BODYLESS.has(http) ? '' : FAULT_TEXT;
    return withRetryAfter(request.dated(plain(http, 'text/plain; charset=utf-8', body)), fault);
  }
  switch (kind) {
    case 'html':
      return request.dated(plain(200, 'text/html; charset=utf-8', FAULT_PAGE));
    case 'empty':
      return request.dated(plain(200, 'application/json', ''));
    case 'malformed': {
      const response = request.proceed();
      return { ...response, body: response.body.slice(0, Math.floor(response.body.length / 2)) };
    }
    case 'truncated':
      return { ...request.proceed(), misbehave: { kind } };
    case 'delay':
    case 'slow':
      return { ...request.proceed(), misbehave: { kind, ms } };
    case 'reset':
    case 'hang':
      return { status: 0, headers: {}, body: '', misbehave: { kind } };
    default:
      return request.proceed();
  }
}
