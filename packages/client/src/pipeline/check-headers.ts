import { InvalidArgumentError } from '@streamone/core';

/** What HTTP takes for a name, and for a value. Source: RFC 9110, 5.5 and 5.6.2. */
const NAME = /^[!#$%&'*+\-.^_`|~\dA-Za-z]+$/;
const VALUE = /^[\t\u0020-\u007e\u0080-\u00ff]*$/;

/** Those by which a connection knows where a request ends, and whether it lasts: the transport's own. */
const OF_CONNECTION = /^(connection|content-length|expect|keep-alive|te|trailer|transfer-encoding|upgrade)$/i;

/**
 * Checks headers before anything is sent: a transport would refuse them as if the network had failed.
 *
 * @throws InvalidArgumentError that names the header; its value may be a secret and is not shown
 */
export function checkHeaders(headers: Readonly<Record<string, unknown>>): void {
  for (const [name, value] of Object.entries(headers)) {
    if (!NAME.test(name) || OF_CONNECTION.test(name)) {
      const expected = 'names of headers, those that the transport sets itself left out';
      throw new InvalidArgumentError({ argument: 'headers', expected, given: name });
    }
    if (typeof value === 'string' && VALUE.test(value)) continue;
    const given = typeof value === 'string' ? 'a text with others in it' : typeof value;
    const expected = 'a text of characters that HTTP can carry, without line breaks';
    throw new InvalidArgumentError({ argument: `headers.${name}`, expected, given });
  }
}
