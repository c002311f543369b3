import { InvalidArgumentError } from '@streamone/core';
import { isLoopback } from '../../adapters/is-loopback.js';

function refuse(given: unknown, expected: string, advice?: string): never {
  // What may be a password or a signature is not repeated.
  const shown = typeof given === 'string' ? given.replace(/^.*@/s, '…@').replace(/[?#].*$/s, '?…') : given;
  throw new InvalidArgumentError({ argument: 'target', expected, given: shown, advice });
}

/**
 * Reads the address of the API that is recorded. A path is kept, as the prefix that it is.
 *
 * @throws InvalidArgumentError for an address that is none, has credentials, a query or a fragment,
 *   or is plain HTTP off this machine.
 */
export function checkTarget(given: unknown): URL {
  const example = 'an address, as https://api.streamonecloud.net';
  if (typeof given !== 'string' || !URL.canParse(given)) refuse(given, example);
  const url = new URL(given);
  if (url.protocol !== 'https:' && url.protocol !== 'http:') refuse(given, example);
  if (url.username !== '' || url.password !== '') refuse(given, 'an address without a user name and password');
  if (url.search !== '' || url.hash !== '') refuse(given, 'an address without "?" and "#"');
  if (url.protocol === 'http:' && !isLoopback(url.hostname)) {
    refuse(given, 'an https address', 'Over plain HTTP anyone on the way can repeat a signed request.');
  }
  return url;
}
