import {
  type Client,
  type ClientOptions,
  type CommandsOf,
  type StreamOneClient,
  createRuntimeClient,
} from '@streamone/client';
import { type Action, type Command, allCommands } from '@streamone/core/catalogue';
import { nodeHmac } from './node-hmac.js';
import { httpTransport } from './transport/http-transport.js';

/** A client with every command of the catalogue. */
export interface NodeClient extends StreamOneClient, CommandsOf<typeof allCommands> {}

/**
 * Makes a client for Node: signing by `node:crypto`, kept-alive connections, and every command of
 * the catalogue. Commands that are given take the place of the catalogue's:
 * `commands: [...allCommands, ownCommand]` has both.
 *
 * @throws InvalidArgumentError naming the option that is wrong.
 */
export function createClient(options: ClientOptions & { readonly commands?: undefined }): NodeClient;
export function createClient<const Entries extends readonly (Command | Action)[]>(
  options: ClientOptions<Entries>,
): Client<Entries>;
export function createClient(options: ClientOptions): StreamOneClient {
  const { commands = allCommands } = options ?? {};
  return createRuntimeClient({ ...options, commands }, { hmac: nodeHmac, transport: httpTransport() });
}
