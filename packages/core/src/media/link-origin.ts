import { InvalidArgumentError } from '../errors/invalid-argument-error.js';

const HOST = /^(https?:\/\/)?((?:[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?|\[[0-9A-Fa-f:.]+\])(?::\d{1,5})?)\/?$/;

/**
 * Scheme and host of a link: https, unless the host is given with its scheme. Other hosts serve the same paths for
 * other brands. Source: protocol, observed.
 *
 * @throws InvalidArgumentError when the host is not one, or has a path, a user or a password.
 */
export function linkOrigin(host: unknown): string {
  const [found, scheme = 'https://', name = ''] = (typeof host === 'string' && HOST.exec(host)) || [];
  if (found !== undefined) return scheme + name;
  throw new InvalidArgumentError({
    argument: 'host',
    expected: 'a host as "media.example.org", with a port or http:// before it where needed',
    given: host,
  });
}
