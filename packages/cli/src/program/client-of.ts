import { type NodeClient, type ScopeOptions, createClient, fromEnvironment } from '@streamone/node';
import type { GlobalOptions } from './global-options.js';

const clients: NodeClient[] = [];

function scopeOf({ account, customer }: GlobalOptions): ScopeOptions {
  if (account !== undefined) return account.includes(',') ? { accounts: account.split(',') } : { account };
  return customer === undefined ? {} : { customer };
}

/**
 * A client for the options and the environment; options win.
 *
 * @throws InvalidArgumentError when credentials are missing or an option is wrong.
 */
export function clientOf(options: GlobalOptions): NodeClient {
  const { account, ...fromEnv } = fromEnvironment();
  const scope = scopeOf(options);
  const client = createClient({
    ...fromEnv,
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
