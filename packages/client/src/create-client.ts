import { InvalidArgumentError, signRequest, webHmac } from '@streamone/core';
import type { Action, Command } from '@streamone/core/catalogue';
import { kyAttempts } from './attempts/ky-attempts.js';
import { createClientFamily } from './client-family.js';
import { actionTable } from './commands/command-members.js';
import type { ClientOptions, RuntimeClientOptions, RuntimeParts } from './options/client-options.js';
import { resolveOptions } from './options/resolve-options.js';
import { sessionParts } from './session/session-parts.js';
import type { Client } from './stream-one-client.js';
import { fetchTransport } from './transport/fetch-transport.js';

/** From JavaScript, a client may be asked for without anything. */
function checkOptions(options: unknown): void {
  if (typeof options === 'object' && options !== null) return;
  throw new InvalidArgumentError({ argument: 'options', expected: 'an object with at least { auth }', given: options });
}

/**
 * Makes a client of a runtime's own parts. The packages for Node and for browsers are this with
 * their parts filled in.
 *
 * @throws InvalidArgumentError naming the option that is wrong.
 */
export function createRuntimeClient<const Entries extends readonly (Command | Action)[]>(
  options: RuntimeClientOptions<Entries>,
  parts: RuntimeParts,
): Client<Entries> {
  checkOptions(options);
  const resolved = resolveOptions(options, parts);
  return createClientFamily(resolved, actionTable(options.commands ?? []), parts) as Client<Entries>;
}

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
    transport,
  });
}
