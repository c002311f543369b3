import type { SignedRequest } from '@streamone/core';
import type { TransportResponse } from '../transport/transport.js';
import { AttemptRequest } from './attempt-request.js';
import type { PendingCall } from './pending-call.js';
import { transportErrorOf } from './transport-error-of.js';

/** The longest answer that is read, in bytes. */
const MAX_BYTES = 64 * 1024 * 1024;

const HEADERS = { accept: 'application/json', 'content-type': 'application/x-www-form-urlencoded' };

type Next = (request: AttemptRequest) => Promise<TransportResponse>;

/**
 * Sends a signed request, through the middleware where there is any.
 *
 * @param secrets texts that must not be shown
 * @throws StreamOneError that shows none of them
 */
export async function sendSigned(
  call: PendingCall,
  signed: SignedRequest,
  signal: AbortSignal,
  secrets: readonly string[],
): Promise<TransportResponse> {
  const { action, options } = call.request;
  const { middleware, transport } = options;
  const url = `${options.url}${signed.path}?${signed.query}`;
  const send = async (
    to: string,
    headers: Readonly<Record<string, string>>,
    body: string,
  ): Promise<TransportResponse> => {
    try {
      return await transport.send({ url: to, headers, body, signal, maxBytes: MAX_BYTES, write: !action.readOnly });
    } catch (error) {
      // Here and not around the middleware: what it sees and logs holds no signature either.
      throw transportErrorOf(call, error, secrets);
    }
  };
  if (middleware === undefined || middleware.length === 0) return send(url, HEADERS, signed.body);
  const request = new AttemptRequest(
    { ...call.place, attempt: call.attempts },
    { url, headers: HEADERS, body: signed.body },
  );
  const last: Next = (passed) => send(passed.url, passed.headers, passed.body);
  try {
    return await middleware.reduceRight<Next>((next, step) => async (passed) => step(passed, next), last)(request);
  } catch (error) {
    throw transportErrorOf(call, error, secrets);
  }
}
