import { Client, type buildConnector } from 'undici';
import type { OpenedClient } from './connection-pool.js';
import { directConnector, proxyConnector } from './connector.js';
import { MARGIN, READ_LIMIT } from './idle-limits.js';
import type { PoolTransportOptions } from './pool-transport.js';
import { proxyFor } from './proxy-for.js';

export { Exchange } from './exchange.js';

/**
 * Makes what opens connections to an origin, one request at a time on each. Time limits are the caller's, by its
 * signal; only how long a connection may take to be made is limited here, by undici's 10 s.
 *
 * @throws InvalidArgumentError when the environment names a proxy that is none.
 */
export function openClient(origin: string, options: PoolTransportOptions): () => OpenedClient {
  const proxy = proxyFor(origin, options.proxy);
  const connect = proxy === undefined ? directConnector(options) : proxyConnector(proxy, options);
  // Whatever the server says, a connection that is idle for longer is used by nobody.
  const keepAlive = { keepAliveTimeoutThreshold: MARGIN, keepAliveMaxTimeout: READ_LIMIT };
  const settings = { pipelining: 1, headersTimeout: 0, bodyTimeout: 0, ...keepAlive };
  return () => {
    const ended = new AbortController();
    const connecting: buildConnector.connector = (target, callback) => connect(target, callback, ended.signal);
    const client = new Client(origin, { ...settings, connect: connecting });
    const end = (): void => {
      client.destroy().catch(() => undefined);
      // One that is still being made is not the client's to end.
      ended.abort();
    };
    return { client, end };
  };
}
