import { signRequest, webHmac } from '@streamone/core';
import type { Action, Command } from '@streamone/core/catalogue';
import { kyAttempts } from './attempts/ky-attempts.js';
import { createRuntimeClient } from './create-runtime-client.js';
import { extraParts } from './extra-parts.js';
import type { ClientOptions } from './options/client-options.js';
import { sessionParts } from './session/session-parts.js';
import type { Client } from './stream-one-client.js';
import { codedFailures } from './transport/coded-failures.js';
import { fetchTransport } from './transport/fetch-transport.js';

/**
 * Makes a client for any runtime with `fetch` and WebCrypto. It has the commands that it is given
 * as members; every other action is reached by `call`.
 *
 * @throws InvalidArgumentError naming the option that is wrong.
 */
export function createClient<const Entries extends readonly (Command | Action)[] = []>(
  options: ClientOptions<Entries>,
): Client<Entries> {
  // Looked up at each request, so that a fetch which is replaced later (by a test, by tracing) is used.
  const transport = fetchTransport((url, init) => globalThis.fetch(url, init));
  return createRuntimeClient(options, {
    attempts: kyAttempts,
    sign: signRequest,
    hmac: webHmac,
    sessions: sessionParts,
    failures: codedFailures,
    extras: extraParts,
    transport,
  });
}
