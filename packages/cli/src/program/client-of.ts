import { type ScopeOptions, type StreamOneClient, allCommands, createClient, fromEnvironment } from '@streamone/node';
import type { Action } from '@streamone/core/catalogue';
import type { GlobalOptions } from './global-options.js';

/** Makes the client that a command calls by. */
export type ClientOf = (options: GlobalOptions) => StreamOneClient;

const clients: StreamOneClient[] = [];

function scopeOf({ account, customer }: GlobalOptions): ScopeOptions {
  if (account !== undefined) return account.includes(',') ? { accounts: account.split(',') } : { account };
  return customer === undefined ? {} : { customer };
}

/**
 * A client for the options and the environment; options win.
 *
 * @param own actions that the user declared
 * @throws InvalidArgumentError when credentials are missing or an option is wrong.
 */
export function clientOf(options: GlobalOptions, own: readonly Action[]): StreamOneClient {
  const { account, ...fromEnv } = fromEnvironment();
  const scope = scopeOf(options);
  const client = createClient({
    ...fromEnv,
    commands: [...allCommands, ...own],
    ...(Object.keys(scope).length > 0 ? scope : account !== undefined && { account }),
    ...(options.url !== undefined && { url: options.url }),
    ...(options.timezone !== undefined && { timezone: options.timezone }),
  });
  clients.push(client);
  return client;
}

/** Ends the connections of every client that was made, so that the process can end at once. */
export async function closeClients(): Promise<void> {
  await Promise.all(clients.map((client) => client.close()));
}
