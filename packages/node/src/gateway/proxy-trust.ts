import { BlockList, isIP } from 'node:net';
import { InvalidArgumentError } from '@streamone/core';
import { plainAddress } from './plain-address.js';

/** Which header a proxy adds the address of its peer to. Only that one is read. */
export type ForwardedHeader = 'x-forwarded-for' | 'forwarded';

/**
 * Which proxies stand before the server: how many (`true` is one), their addresses (`10.0.0.0/8`), or either with
 * the header that they write.
 */
export type ProxyTrust =
  | boolean
  | number
  | readonly string[]
  | { readonly proxies: number | readonly string[]; readonly header?: ForwardedHeader | undefined };

/** How addresses are told, all of it checked. */
export interface ResolvedProxyTrust {
  readonly header: ForwardedHeader;
  /** Whether the address, that many steps before the server, is that of a trusted proxy. */
  readonly trusts: (address: string | undefined, step: number) => boolean;
}

const EXPECTED = 'the number of proxies, or their addresses, as ["10.0.0.0/8"]';

function refuse(given: unknown): never {
  throw new InvalidArgumentError({ argument: 'trustProxy', expected: EXPECTED, given });
}

function addressList(given: readonly string[]): ResolvedProxyTrust['trusts'] {
  const list = new BlockList();
  for (const entry of given) {
    if (typeof entry !== 'string') refuse(entry);
    const [, address = '', bits] = /^([^/]+)(?:\/(\d{1,3}))?$/.exec(entry) ?? [];
    const family = isIP(address);
    const most = family === 4 ? 32 : 128;
    if (family === 0 || Number(bits ?? 0) > most) refuse(entry);
    list.addSubnet(address, bits === undefined ? most : Number(bits), family === 4 ? 'ipv4' : 'ipv6');
  }
  return (peer) => {
    const address = plainAddress(peer);
    return address !== undefined && list.check(address, isIP(address) === 4 ? 'ipv4' : 'ipv6');
  };
}

/**
 * Which proxies are trusted; `undefined` for none.
 *
 * @throws InvalidArgumentError for what is neither a number nor a list of addresses.
 */
export function resolveProxyTrust(given: ProxyTrust | undefined): ResolvedProxyTrust | undefined {
  if (given === undefined || given === false) return undefined;
  const isDetailed = typeof given === 'object' && given !== null && 'proxies' in given;
  const proxies = isDetailed ? given.proxies : given === true ? 1 : given;
  const header = (isDetailed ? given.header : undefined) ?? 'x-forwarded-for';
  if (header !== 'x-forwarded-for' && header !== 'forwarded') refuse(header);
  if (Array.isArray(proxies)) return { header, trusts: addressList(proxies as readonly string[]) };
  if (typeof proxies !== 'number' || !Number.isInteger(proxies) || proxies < 0 || proxies > 100) refuse(proxies);
  return proxies === 0 ? undefined : { header, trusts: (_address, step) => step < proxies };
}
