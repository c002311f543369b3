import {
  type Client,
  type ClientOptions,
  type CommandsOf,
  type StreamOneClient,
  codedFailures,
  createRuntimeClient,
  extraParts,
  kyAttempts,
  sessionParts,
} from '@streamone/client';
import { signRequest } from '@streamone/core';
import { type Action, type Command, allCommands } from '@streamone/core/catalogue';
import { checkNodeVersion } from './check-node-version.js';
import { diagnostics } from './diagnostics.js';
import { nodeHmac } from './node-hmac.js';
import { nodeMembers } from './node-members.js';
import { settingsOf } from './transport/connection-settings.js';
import { type TransportSettings, transportOf } from './transport/transport-of.js';
import type { Uploads } from './upload/uploads.js';

/** A client with every command of the catalogue. */
export interface NodeClient extends StreamOneClient, Uploads, CommandsOf<typeof allCommands> {}

/** What a client for Node may have set. */
export interface NodeClientOptions<Commands extends readonly (Command | Action)[] = readonly (Command | Action)[]>
  extends ClientOptions<Commands>, TransportSettings {}

/**
 * Makes a client for Node: signing by `node:crypto`, kept-alive connections, and every command of
 * the catalogue. Commands that are given take the place of the catalogue's:
 * `commands: [...allCommands, ownCommand]` has both.
 *
 * @throws InvalidArgumentError naming the option that is wrong, or that Node is too old.
 */
export function createClient(options: NodeClientOptions & { readonly commands?: undefined }): NodeClient;
export function createClient<const Entries extends readonly (Command | Action)[]>(
  options: NodeClientOptions<Entries>,
): Client<Entries> & Uploads;
export function createClient(options: NodeClientOptions): StreamOneClient {
  checkNodeVersion(process.versions);
  const { commands = allCommands, transport, ca, proxy, ...rest } = options ?? {};
  const way = transportOf({ transport, ca, proxy, fetch: rest.fetch });
  return createRuntimeClient(
    { ...rest, commands },
    {
      attempts: kyAttempts,
      sign: signRequest,
      hmac: nodeHmac,
      sessions: sessionParts,
      failures: codedFailures,
      extras: extraParts,
      transport: way,
      observe: diagnostics,
      members: nodeMembers(settingsOf(way)),
    },
  );
}
