import { Client } from 'undici';
import { directConnector, proxyConnector } from './connector.js';
import type { PoolTransportOptions } from './pool-transport.js';
import { proxyFor } from './proxy-for.js';

export { Exchange } from './exchange.js';

/**
 * Makes what opens connections to an origin, one request at a time on each. Time limits are the caller's, by its
 * signal; only how long a connection may take to be made is limited here, by undici's 10 s.
 *
 * @throws InvalidArgumentError when the environment names a proxy that is none.
 */
export function openClient(origin: string, options: PoolTransportOptions): () => Client {
  const proxy = proxyFor(origin, options.proxy);
  const connect = proxy === undefined ? directConnector(options) : proxyConnector(proxy, options);
  const settings = { connect, pipelining: 1, headersTimeout: 0, bodyTimeout: 0, keepAliveTimeoutThreshold: 1000 };
  return () => new Client(origin, settings);
}
