import { isIP } from 'node:net';
import { plainAddress } from './plain-address.js';
import type { ResolvedProxyTrust } from './proxy-trust.js';

/** No line of proxies writes more. */
const LONGEST = 4096;
const QUOTED = '"(?:[^"\\\\]|\\\\.)*"';
const ELEMENT = new RegExp(`(?:[^",]|${QUOTED})+`, 'g');
const PAIR = new RegExp(`([^\\s;="]+)=(${QUOTED}|[^\\s;"]*)`, 'g');

/**
 * The addresses of a `Forwarded`. A quoted text, as the host that the sender named, may hold anything that looks like
 * more of the header. One whose quotes do not fit says nothing. Source: RFC 7239.
 */
function forwarded(text: string): (string | undefined)[] {
  if (text.length > LONGEST || text.replaceAll(new RegExp(QUOTED, 'g'), '').includes('"')) return [undefined];
  // A parameter that hides the address gives none.
  return (text.match(ELEMENT) ?? []).map(
    (element) => [...element.matchAll(PAIR)].find(([, name]) => name?.toLowerCase() === 'for')?.[2],
  );
}

/** The addresses that a header lists, the last added last. */
function listed(headers: Headers, { header }: ResolvedProxyTrust): (string | undefined)[] {
  const text = headers.get(header);
  if (text === null) return [];
  return header === 'forwarded' ? forwarded(text) : text.split(',');
}

/**
 * The address of the person who sent a request: that of the peer, or, behind trusted proxies, the one that the
 * outermost of them saw. A header is read from its end, since only that was written by a proxy one knows; what
 * stands before it the sender may have made up. `undefined` where it is not known.
 */
export function clientAddress(
  headers: Headers,
  peer: string | undefined,
  trust: ResolvedProxyTrust | undefined,
): string | undefined {
  let address = plainAddress(peer);
  if (trust === undefined) return address;
  const before = listed(headers, trust);
  for (let step = 0; trust.trusts(address, step) && before.length > 0; step++) {
    const seen = plainAddress(before.pop());
    // Behind something that is no address nothing can be believed.
    if (seen === undefined) return undefined;
    address = seen;
  }
  return address;
}

/** What limits are counted by: the address, or of IPv6 the /64 that one subscriber has. */
export function addressGroup(address: string | undefined): string {
  if (address === undefined) return 'unknown';
  if (isIP(address) === 4) return address;
  const [head = '', tail] = address.split('::');
  const groups = head === '' ? [] : head.split(':');
  const missing = tail === undefined ? 0 : 8 - groups.length - (tail === '' ? 0 : tail.split(':').length);
  const whole = [...groups, ...Array.from({ length: missing }, () => '0'), ...(tail ?? '').split(':')];
  return `${whole
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':')}::/64`;
}
