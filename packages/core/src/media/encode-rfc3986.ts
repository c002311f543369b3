import { InvalidArgumentError } from '../errors/invalid-argument-error.js';

/**
 * Encodes a text for a path segment or a query as RFC 3986 says: bare are `A-Z a-z 0-9 - . _ ~`, every other
 * UTF-8 byte is `%XX` in upper case. Source: protocol, documented (for signed links).
 *
 * @param argument what the text is, for the error
 * @throws InvalidArgumentError when the text holds half of a surrogate pair, which has no UTF-8 form.
 */
export function encodeRfc3986(text: string, argument: string): string {
  try {
    return encodeURIComponent(text).replace(
      /[!'()*]/g,
      (found) => `%${found.charCodeAt(0).toString(16).toUpperCase()}`,
    );
  } catch {
    throw new InvalidArgumentError({
      argument,
      expected: 'text that has a UTF-8 form',
      given: text,
      advice: 'It holds half of a surrogate pair, often the rest of an emoji that was cut in two.',
    });
  }
}
