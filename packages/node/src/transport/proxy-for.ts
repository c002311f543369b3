import { InvalidArgumentError } from '@streamone/core';
import { isLoopback } from '@streamone/client';
import { getProxyForUrl } from 'proxy-from-env';

/** Which proxy to go through: an address, `false` for none. Told by the environment unless given. */
export type ProxyOption = string | false | undefined;

const EXPECTED = 'the address of a proxy, as "http://proxy.example:3128", or false for none';

/** Whether its name and password can be read: a percent sign in them has to be written as `%25`. */
function isDecodable({ username, password }: URL): boolean {
  try {
    decodeURIComponent(`${username}:${password}`);
    return true;
  } catch {
    return false;
  }
}

/** An address of the environment without its scheme has been given that of the origin, which is not the proxy's. */
function asWritten(found: string): string {
  const bare = found.replace(/^https?:\/\//, '');
  return Object.entries(process.env).some(([name, value]) => /_proxy$/i.test(name) && value === bare) ? bare : found;
}

/**
 * The address of a proxy.
 *
 * @throws InvalidArgumentError when it is none; what may be a password is not repeated.
 */
export function proxyUrl(given: string, argument: string): URL {
  const url = URL.parse(given.includes('://') ? given : `http://${given}`);
  if (url !== null && /^https?:$/.test(url.protocol) && url.hostname !== '' && isDecodable(url)) return url;
  throw new InvalidArgumentError({ argument, expected: EXPECTED, given: given.replace(/^.*@/s, '…@') });
}

/**
 * The proxy for an origin: what is given, else what the environment says (`HTTPS_PROXY`, `HTTP_PROXY`,
 * `ALL_PROXY`, but for the hosts of `NO_PROXY`; in lower case too). Never one for this machine itself.
 *
 * @throws InvalidArgumentError for an address that is none.
 */
export function proxyFor(origin: string, option: ProxyOption): URL | undefined {
  if (option === false || isLoopback(new URL(origin).hostname)) return undefined;
  if (option !== undefined) return proxyUrl(option, 'proxy');
  const found = getProxyForUrl(origin);
  return found === '' ? undefined : proxyUrl(asWritten(found), 'HTTPS_PROXY');
}
