import { ConnectionResetError } from './connection-reset-error.js';
import { BODYLESS, FAULT_MS, FAULT_PAGE, FAULT_TEXT } from './fault-response.js';
import type { FaultOptions } from './fault.js';
import { brokenBody, slowBody } from './faulty-body.js';
import { wait } from './wait.js';

/** What a fault may do with a request beside the API. */
export interface FaultedWebRequest {
  /** Carries it out. */
  proceed(): Response | Promise<Response>;
  /** Refuses it with a status of the API, in whatever way the route tells of one. */
  refuse(status: number): Response | Promise<Response>;
  /** Ends when the client goes away, or the server stops. */
  readonly signal: AbortSignal;
}

/** The same answer with another body. */
function withBody(
  { status, headers }: Response,
  body: Uint8Array<ArrayBuffer> | ReadableStream,
  length?: number,
): Response {
  const changed = new Headers(headers);
  changed.delete('content-length');
  if (length !== undefined) changed.set('content-length', String(length));
  return new Response(body, { status, headers: changed });
}

/** What becomes of an answer that has no body, as a redirect: the connection ends, it comes later, or it leads nowhere. */
async function withoutBody(
  response: Response,
  { kind, ms = FAULT_MS }: FaultOptions,
  signal: AbortSignal,
): Promise<Response> {
  if (kind === 'truncated') throw new ConnectionResetError('terminated');
  if (kind === 'slow') await wait(ms, signal);
  // Half of an address might be that of somebody else.
  if (kind === 'malformed') response.headers.delete('location');
  return response;
}

/** The answer that a fault makes for a web route. @throws ConnectionResetError, or the signal's reason. */
export async function webFault(fault: FaultOptions, request: FaultedWebRequest): Promise<Response> {
  const { status, http, retryAfter, kind, ms = FAULT_MS } = fault;
  const headers = new Headers(retryAfter === undefined ? {} : { 'retry-after': String(retryAfter) });
  if (status !== undefined) {
    const refused = await request.refuse(status);
    for (const [name, value] of headers) refused.headers.set(name, value);
    return refused;
  }
  if (http !== undefined) {
    headers.set('content-type', 'text/plain; charset=utf-8');
    return new Response(BODYLESS.has(http) ? null : FAULT_TEXT, { status: http, headers });
  }
  if (kind === 'html') return new Response(FAULT_PAGE, { headers: { 'content-type': 'text/html; charset=utf-8' } });
  if (kind === 'empty') return new Response('');
  if (kind === 'reset') throw new ConnectionResetError('connection reset');
  if (kind === 'hang') await wait(undefined, request.signal);
  const response = await request.proceed();
  if (kind === 'delay') await wait(ms, request.signal);
  if (kind === 'delay') return response;
  if (response.body === null) return withoutBody(response, fault, request.signal);
  const bytes = new Uint8Array(await response.arrayBuffer());
  if (kind === 'truncated') return withBody(response, brokenBody(bytes), bytes.length);
  if (kind === 'slow') return withBody(response, slowBody(bytes, ms, request.signal), bytes.length);
  const half = bytes.subarray(0, Math.floor(bytes.length / 2));
  return withBody(response, half, half.length);
}
