import { InvalidArgumentError } from '@streamone/core';

/** Stands for the gateway where there is no page: a name that no machine has. */
const NOWHERE = 'https://gateway.invalid';

function refuse(given: unknown, expected: string): never {
  const advice = 'A gateway serves pages of its own origin alone.';
  throw new InvalidArgumentError({ argument: 'gateway', expected, given, advice });
}

/**
 * The whole address of a gateway, without a slash at its end. While a page is made on a server there is no origin to
 * reach it at; a client can be made all the same.
 *
 * @param gateway a path, as `/streamone`, or an address of the page's own origin
 * @param origin the page's, `undefined` where there is none
 * @throws InvalidArgumentError for anything else
 */
export function gatewayAddress(gateway: string, origin: string | undefined): string {
  const expected = 'a path of this origin, as "/streamone"';
  if (typeof gateway !== 'string' || gateway === '') refuse(gateway, expected);
  let url: URL;
  try {
    url = gateway.startsWith('/') ? new URL(gateway, origin ?? NOWHERE) : new URL(gateway);
  } catch {
    refuse(gateway, expected);
  }
  if (url.search !== '' || url.hash !== '') refuse(gateway, 'a path without "?" and "#"');
  const own = gateway.startsWith('/') ? (origin ?? NOWHERE) : origin;
  if (own !== undefined && url.origin !== own) refuse(gateway, expected);
  return `${url.origin}${url.pathname.replace(/\/+$/, '')}`;
}

/** The origin of this page or worker; `undefined` on a server, and where the browser gives none. */
export function pageOrigin(): string | undefined {
  const origin = typeof location === 'undefined' ? undefined : location.origin;
  return origin === 'null' ? undefined : origin;
}

/**
 * Checks that there is a gateway to be reached.
 *
 * @throws InvalidArgumentError on a server
 */
export function checkReachable(address: string): void {
  if (!address.startsWith(NOWHERE)) return;
  throw new InvalidArgumentError({
    argument: 'gateway',
    expected: 'a page, whose browser sends its cookie to the gateway',
    given: 'no page',
    advice: 'While a page is made on a server, call with a client of @streamone/node.',
  });
}
