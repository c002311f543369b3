import { isIP } from 'node:net';

/** IPv4 within IPv6, as a socket of both families tells it. */
const MAPPED = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i;

/**
 * An address as the platform takes it: without port, brackets, quotes and zone, IPv4 as such. `undefined` for what
 * is no address.
 */
export function plainAddress(given: string | undefined): string | undefined {
  if (given === undefined || given.length > 100) return undefined;
  const text = given.trim().replace(/^"(.*)"$/, '$1');
  const [, bracketed, withPort] = /^(?:\[([^\]]+)\](?::\d+)?|([\d.]+):\d+)$/.exec(text) ?? [];
  const bare = (bracketed ?? withPort ?? text).replace(/%.*$/, '');
  const address = MAPPED.exec(bare)?.[1] ?? bare;
  return isIP(address) === 0 ? undefined : address.toLowerCase();
}
