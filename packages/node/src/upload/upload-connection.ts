import type { RequestOptions } from 'node:https';
import type { ConnectionSettings } from '../transport/connection-settings.js';
import { proxyFor } from '../transport/proxy-for.js';
import { tlsOptions } from '../transport/tls-options.js';

/** How an upload's connection is made: with the authorities that are given, and through a proxy where one is set. */
export async function uploadConnection(url: URL, { ca, proxy }: ConnectionSettings): Promise<RequestOptions> {
  const through = proxyFor(url.origin, proxy);
  if (through === undefined) return tlsOptions({ ca });
  const { proxyConnector } = await import('../transport/connector.js');
  const connect = proxyConnector(through, { ca });
  const { hostname, host, protocol, port } = url;
  return {
    createConnection: (_options, made) => {
      connect({ hostname, host, protocol, port }, (error, socket) => {
        if (error === null && socket !== null) made(null, socket);
        // Node's types want a socket beside the error; its code doesn't look at it.
        else made(error, undefined as never);
      });
      return undefined;
    },
  };
}
