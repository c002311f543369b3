import { InvalidArgumentError } from '@streamone/core';

/** Where the platform answers. Source: protocol, observed. */
export const PLATFORM_URL = 'https://api.streamonecloud.net';

const SCHEME = /^[a-z][a-z0-9+.-]*:\/\//i;
const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/i;

function refuse(given: string, expected: string, advice?: string): never {
  // What may be a password or a signature is not repeated.
  const shown = given.replace(/^.*@/s, '…@').replace(/[?#].*$/s, '?…');
  throw new InvalidArgumentError({ argument: 'url', expected, given: shown, advice });
}

/** Whether a host name is this machine itself. */
export function isLoopback(hostname: string): boolean {
  return LOOPBACK.test(hostname);
}

function withScheme(given: string): string {
  if (SCHEME.test(given)) return given;
  const [host = ''] = given.split('/');
  const hostname = host.startsWith('[') ? host.slice(0, host.indexOf(']') + 1) : host.replace(/:\d*$/, '');
  return `${isLoopback(hostname) ? 'http' : 'https'}://${given}`;
}

/**
 * The base address of an API, without a slash at its end. A missing scheme is https, on loopback
 * http; a path prefix is kept.
 *
 * @throws InvalidArgumentError for an address that is none, has credentials, a query or a fragment,
 *   or is plain HTTP off loopback and `allowInsecure` is not given.
 */
export function baseUrl(given: string, allowInsecure = false): string {
  if (typeof given !== 'string') {
    throw new InvalidArgumentError({ argument: 'url', expected: `an address, as "${PLATFORM_URL}"`, given });
  }
  const text = given.trim();
  let url: URL;
  try {
    url = new URL(withScheme(text));
  } catch {
    refuse(text, `an address, as "${PLATFORM_URL}"`);
  }
  if (url.protocol !== 'https:' && url.protocol !== 'http:') refuse(text, 'an address of https or http');
  if (url.username !== '' || url.password !== '') refuse(text, 'an address without a user name and password');
  if (url.search !== '' || url.hash !== '') refuse(text, 'an address without "?" and "#"');
  if (url.protocol === 'http:' && !allowInsecure && !isLoopback(url.hostname)) {
    refuse(
      text,
      'an https address',
      'Over plain HTTP anyone on the way can repeat a signed request; allowInsecure: true permits it all the same.',
    );
  }
  return `${url.origin}${url.pathname.replace(/\/+$/, '')}`;
}
