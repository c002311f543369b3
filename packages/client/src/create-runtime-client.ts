import { InvalidArgumentError } from '@streamone/core';
import type { Action, Command } from '@streamone/core/catalogue';
import { createClientFamily } from './client-family.js';
import { actionTable } from './commands/command-members.js';
import type { RuntimeClientOptions, RuntimeParts } from './options/client-options.js';
import { resolveOptions } from './options/resolve-options.js';
import type { Client } from './stream-one-client.js';

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
