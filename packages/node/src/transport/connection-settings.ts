import type { Transport } from '@streamone/client';
import type { PoolTransportOptions } from './pool-transport.js';

/** How connections are made. The proxy's address may hold a password. */
export type ConnectionSettings = Pick<PoolTransportOptions, 'ca' | 'proxy'>;

/** Apart from the transports, so that no dump of one shows the password of its proxy. */
const known = new WeakMap<Transport, ConnectionSettings>();

/** Notes how a transport makes its connections. */
export function noteSettings(transport: Transport, { ca, proxy }: ConnectionSettings): Transport {
  known.set(transport, { ca, proxy });
  return transport;
}

/** How a transport makes its connections; of one whose way is not known nothing is set. */
export function settingsOf(transport: Transport): ConnectionSettings {
  return known.get(transport) ?? {};
}
