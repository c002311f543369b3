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

const PAGE = '<!doctype html>\n<html><head><title>502 Bad Gateway</title></head><body>Bad Gateway</body></html>\n';

function plain(status: number, type: string, body: string, more: Readonly<Record<string, string>> = {}): RawResponse {
  return { status, headers: { 'content-type': type, ...more }, body };
}

/** The answer that a fault makes. */
export function faultResponse(fault: FaultOptions, request: FaultedRequest): RawResponse {
  const { status, http, retryAfter, kind, ms = 0 } = fault;
  if (status !== undefined) {
    return request.refuse(new Refusal(status, { summary: 'A fault was ordered for this request (faults.add).' }));
  }
  if (http !== undefined) {
    const more = retryAfter === undefined ? {} : { 'retry-after': String(retryAfter) };
    return request.dated(plain(http, 'text/plain; charset=utf-8', 'A fault was ordered for this request.\n', more));
  }
  switch (kind) {
    case 'html':
      return request.dated(plain(200, 'text/html; charset=utf-8', PAGE));
    case 'empty':
      return request.dated(plain(200, 'application/json', ''));
    case 'truncated':
      return { ...request.proceed(), misbehave: 'truncated' };
    case 'delay':
      return { ...request.proceed(), delay: ms };
    case 'reset':
    case 'hang':
      return { status: 0, headers: {}, body: '', misbehave: kind };
    default:
      return request.proceed();
  }
}
