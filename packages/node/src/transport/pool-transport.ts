import { InvalidArgumentError } from '@streamone/core';
import type { Transport, TransportRequest, TransportResponse } from '@streamone/client';
import { noteSettings } from './connection-settings.js';
import { ConnectionPool } from './connection-pool.js';
import { type ProxyOption, proxyUrl } from './proxy-for.js';
import type { ConnectionOptions } from './tls-options.js';
import type * as undiciParts from './undici-parts.js';

/** undici and what is built on it, once loaded. */
type Parts = typeof undiciParts;

/** Settings of {@link poolTransport}. */
export interface PoolTransportOptions extends ConnectionOptions {
  /** How many connections one host may have; 64 unless given. More requests than that wait. */
  readonly maxSockets?: number | undefined;
  /**
   * The proxy to go through, as `http://name:password@proxy.example:3128`; `false` for none. Unless given, the
   * environment says: `HTTPS_PROXY`, `HTTP_PROXY`, `ALL_PROXY` and `NO_PROXY`. This machine itself is reached without.
   */
  readonly proxy?: ProxyOption;
}

function check({ maxSockets, proxy }: PoolTransportOptions): void {
  if (maxSockets !== undefined && !(Number.isSafeInteger(maxSockets) && maxSockets > 0)) {
    throw new InvalidArgumentError({ argument: 'maxSockets', expected: 'a whole number from 1', given: maxSockets });
  }
  if (typeof proxy === 'string') proxyUrl(proxy, 'proxy');
}

/**
 * A transport over undici, for programs that make many calls. Connections are kept alive: an idle one
 * is dropped after 4 s, or 1 s before the server said that it would; a write takes none that was idle
 * for 1 s, since one that meets a closing connection can't be repeated. undici is loaded by the first call.
 *
 * @throws InvalidArgumentError for a setting that makes no sense.
 */
export function poolTransport(options: PoolTransportOptions = {}): Transport {
  check(options);
  const { maxSockets = 64 } = options;
  const pools = new Map<string, ConnectionPool>();
  let parts: Parts | undefined;

  function poolOf(origin: string, { openClient }: Parts): ConnectionPool {
    let pool = pools.get(origin);
    if (pool === undefined) {
      pool = new ConnectionPool(openClient(origin, options), maxSockets);
      pools.set(origin, pool);
    }
    return pool;
  }

  function exchange(request: TransportRequest, loaded: Parts): Promise<TransportResponse> {
    // "https://" has 8 characters; the path begins behind the host.
    const slash = request.url.indexOf('/', 8);
    const pool = poolOf(request.url.slice(0, slash), loaded);
    const path = request.url.slice(slash);
    return new Promise((resolve, reject) => {
      pool.take(new loaded.Exchange({ request, path, pool, resolve, reject }), request.write);
    });
  }

  const transport: Transport = {
    tellsSending: true,
    async send(request) {
      parts ??= await import('./undici-parts.js');
      request.signal.throwIfAborted();
      return exchange(request, parts);
    },
    close: () => {
      for (const pool of pools.values()) pool.close();
    },
  };
  return noteSettings(transport, options);
}
