import { isLoopback } from '@streamone/client';
import { InvalidArgumentError } from '@streamone/core';

/** Whether an address is reached in a way that nobody in between can read or change. */
function isSecure({ protocol, hostname }: URL): boolean {
  return protocol === 'https:' || (protocol === 'http:' && isLoopback(hostname));
}

function checkOrigin(given: string): string {
  const url = typeof given === 'string' ? URL.parse(given) : null;
  if (url !== null && url.origin === given && isSecure(url)) return given;
  throw new InvalidArgumentError({
    argument: 'origins',
    expected: 'origins, as "https://site.example": https (http for this machine), no path and no slash at the end',
    given,
  });
}

/** Tells whether a page of this origin may call a gateway at this address. */
export type OriginCheck = (origin: string, address: URL) => boolean;

/** A page of the very host; behind a proxy that ends TLS the address says http where the page says https. */
function isOwn(origin: string, address: URL): boolean {
  const own = isSecure(address) && origin === address.origin;
  return own || (address.protocol === 'http:' && origin === `https://${address.host}`);
}

/**
 * How origins are checked: by the list, else by the address of the request.
 *
 * @throws InvalidArgumentError for one that is no origin.
 */
export function resolveOrigins(origins: readonly string[] | undefined): OriginCheck {
  if (origins === undefined) return isOwn;
  if (!Array.isArray(origins) || origins.length === 0) {
    const expected = 'an array of at least one origin, as ["https://site.example"]';
    throw new InvalidArgumentError({ argument: 'origins', expected, given: origins });
  }
  const list = new Set((origins as readonly string[]).map(checkOrigin));
  return (origin) => list.has(origin);
}
