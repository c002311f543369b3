import type { TransportResponse } from '../transport/transport.js';
import type { AttemptWire } from './attempt-request.js';
import type { PendingCall } from './pending-call.js';
import { transportErrorOf } from './transport-error-of.js';

/** The longest answer that is read, in bytes. */
const MAX_BYTES = 64 * 1024 * 1024;

/**
 * Sends a request as it was written, through the middleware where there is any.
 *
 * @param secrets texts that must not be shown
 * @throws StreamOneError that shows none of them
 */
export async function sendWritten(
  call: PendingCall,
  wire: AttemptWire,
  signal: AbortSignal,
  secrets: readonly string[],
): Promise<TransportResponse> {
  const { action, extras, options } = call.request;
  const { middleware, transport } = options;
  let handedOn = false;
  const send = async ({ url, headers, body }: AttemptWire): Promise<TransportResponse> => {
    // From here on the transport tells; but what a middleware hands on twice may have been sent the first time.
    if (transport.tellsSending === true && !handedOn && !signal.aborted) call.sent = 'no';
    handedOn = true;
    try {
      const write = !action.readOnly;
      return await transport.send({ url, headers, body, signal, maxBytes: MAX_BYTES, write, listener: call });
    } catch (error) {
      // Here and not around the middleware: what it sees and logs holds no signature either.
      const failure = transportErrorOf(call, error, secrets);
      // Of what a middleware does now nobody tells.
      if (!signal.aborted) call.sent = 'unknown';
      throw failure;
    }
  };
  if (extras === undefined || middleware === undefined || middleware.length === 0) return send(wire);
  try {
    return await extras.sendThrough(call, middleware, wire, send);
  } catch (error) {
    throw transportErrorOf(call, error, secrets);
  }
}
