import { type Arguments, secretsOf } from '@streamone/core';
import type { RelayedRequest } from '../relay/relay.js';
import { askCredentials } from './ask-credentials.js';
import type { AttemptWire } from './attempt-request.js';
import type { PendingCall } from './pending-call.js';

const HEADERS = { accept: 'application/json', 'content-type': 'application/x-www-form-urlencoded' };

/** A request as it goes over the wire. */
export interface WrittenRequest {
  readonly wire: AttemptWire;
  /** Texts of it that no error may show. */
  readonly secrets: readonly string[];
  /** What the relay wants of the answer, where one is in between. */
  readonly relayed?: RelayedRequest;
}

/**
 * Writes the request of a call, by the time of this moment: signed, unless a relay does that.
 *
 * @throws InvalidArgumentError naming the part that can't be sent faithfully
 */
export async function writeRequest(call: PendingCall): Promise<WrittenRequest> {
  const { action, pairs, options, clockOffset } = call.request;
  const { auth, url, scope, timezone, sign, hmac, relay } = options;
  const request = {
    command: action.command,
    action: action.action,
    arguments: pairs as Arguments,
    ...scope,
    timezone,
  };
  if (relay !== undefined) {
    const relayed = relay.write(request);
    return { wire: relayed.wire, secrets: call.secretArguments, relayed };
  }
  const credentials = await askCredentials(auth, call.place);
  const timestamp = clockOffset.timestamp(options.clock());
  const signed = await sign(request, credentials, { timestamp, hmac });
  return {
    wire: { url: `${url}${signed.path}?${signed.query}`, headers: HEADERS, body: signed.body },
    secrets: [signed.signature, ...secretsOf(credentials), ...call.secretArguments],
  };
}
