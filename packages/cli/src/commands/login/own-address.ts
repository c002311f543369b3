import { isIP } from 'node:net';
import { networkInterfaces } from 'node:os';
import { InvalidArgumentError, isLoopback } from '@streamone/node';

const HERE = '127.0.0.1';

/**
 * The address of the person who logs in, by which the platform counts failures: the one that is given,
 * else this machine's own. Behind a router that is none the platform sees; whether it minds is not known.
 *
 * @param url the address of the API; of one on this machine the person is on it too
 * @throws InvalidArgumentError for what is no address
 */
export function ownAddress(given: string | undefined, url: string): string {
  if (given !== undefined) {
    if (isIP(given) !== 0) return given;
    throw new InvalidArgumentError({ argument: '--ip', expected: 'an IP address', given });
  }
  if (isLoopback(new URL(url).hostname)) return HERE;
  const all = Object.values(networkInterfaces()).flatMap((each) => each ?? []);
  return all.find(({ internal, family }) => !internal && family === 'IPv4')?.address ?? HERE;
}
