import { isIP } from 'node:net';

/** Where a server is reached. */
export interface Place {
  /** Its name or address, an IPv6 address without brackets. */
  readonly host: string;
  readonly port: number;
  readonly secure: boolean;
  /** Whether the host is an address, not a name. */
  readonly numeric: boolean;
}

const PORTS = { secure: 443, plain: 80 };

/** Where the server of an address is reached. */
export function placeOf(url: string): Place {
  const { hostname, port, protocol } = new URL(url);
  const host = hostname.replace(/^\[|\]$/g, '');
  const secure = protocol === 'https:';
  return { host, port: Number(port) || (secure ? PORTS.secure : PORTS.plain), secure, numeric: isIP(host) !== 0 };
}
