import { InvalidArgumentError } from '../errors/invalid-argument-error.js';
import { encodeRfc3986 } from './encode-rfc3986.js';

/**
 * Writes a query anew by RFC 3986: a server that decodes and encodes it before checking sees the same bytes as one
 * that takes it as it comes, and a browser has nothing left to encode.
 *
 * @throws InvalidArgumentError when a part of it decodes to nothing that has a UTF-8 form.
 */
export function normalizeQuery(query: string): string {
  const pairs = query.split('&').filter((pair) => pair !== '');
  return pairs
    .map((pair) => pair.replaceAll('+', ' ').split('='))
    .map(([name = '', ...value]) => {
      try {
        const [key, text] = [decodeURIComponent(name), decodeURIComponent(value.join('='))];
        return `${encodeRfc3986(key, 'link')}=${encodeRfc3986(text, 'link')}`;
      } catch {
        throw new InvalidArgumentError({ argument: 'link', expected: 'a query in UTF-8', given: query });
      }
    })
    .join('&');
}
