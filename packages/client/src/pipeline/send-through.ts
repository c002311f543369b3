import { MalformedResponseError } from '@streamone/core';
import type { Middleware } from '../options/client-options.js';
import type { TransportResponse } from '../transport/transport.js';
import { AttemptRequest, type AttemptWire } from './attempt-request.js';
import type { PendingCall } from './pending-call.js';

type Next = (request: AttemptRequest) => Promise<TransportResponse>;

/** A middleware that forgets to return what `next` gave is the usual mistake. */
function checkShape(call: PendingCall, http: TransportResponse | undefined): void {
  if (typeof http?.status === 'number' && typeof http.text === 'string' && typeof http.headers === 'object') return;
  const reason = 'a middleware gave no answer { status, headers, text }: it has to return what next(request) gives';
  throw new MalformedResponseError({ ...call.place, reason: `${reason}${call.doubt()}`, sent: call.sent, excerpt: '' });
}

/**
 * Sends a request through middleware, the first outermost.
 *
 * @param send sends what the last of it hands on
 * @throws MalformedResponseError when it gives no answer; whatever it throws itself
 */
export async function sendThrough(
  call: PendingCall,
  middleware: readonly Middleware[],
  wire: AttemptWire,
  send: (wire: AttemptWire) => Promise<TransportResponse>,
): Promise<TransportResponse> {
  const chain = middleware.reduceRight<Next>((next, step) => async (passed) => step(passed, next), send);
  const http = await chain(new AttemptRequest({ ...call.place, attempt: call.attempts }, wire));
  checkShape(call, http);
  return http;
}
