import { InvalidArgumentError } from '../errors/invalid-argument-error.js';

const BARE = /^[A-Za-z0-9._-]*$/;
const TO_REPLACE = /%20|[!'()*~]/g;
const REPLACEMENT: Readonly<Record<string, string>> = {
  '%20': '+',
  '!': '%21',
  "'": '%27',
  '(': '%28',
  ')': '%29',
  '*': '%2A',
  '~': '%7E',
};

/**
 * Encodes one name or value as PHP's `urlencode` does (RFC 1738): bare are `A-Z a-z 0-9 - . _`,
 * a space is `+`, every other UTF-8 byte is `%XX` in upper case. Source: protocol, observed.
 *
 * @throws InvalidArgumentError when the text holds half of a surrogate pair, which has no UTF-8 form.
 */
export function encodeComponent(text: string, name?: string): string {
  if (BARE.test(text)) return text;
  let encoded: string;
  try {
    encoded = encodeURIComponent(text);
  } catch {
    throw new InvalidArgumentError({
      argument: name,
      expected: 'text that has a UTF-8 form',
      given: text,
      advice: 'It holds half of a surrogate pair, often the rest of an emoji that was cut in two.',
    });
  }
  return encoded.replace(TO_REPLACE, (match) => REPLACEMENT[match] ?? match);
}

/**
 * Writes pairs as PHP's `http_build_query` does, byte for byte. Values are converted to text before;
 * the order is kept. The platform signs these bytes, so nothing else will do. Source: protocol, observed.
 *
 * @throws InvalidArgumentError when a name or value has no UTF-8 form.
 */
export function encodeForm(pairs: Iterable<readonly [string, string]>): string {
  let form = '';
  for (const [name, value] of pairs) {
    if (form !== '') form += '&';
    form += `${encodeComponent(name)}=${encodeComponent(value, name)}`;
  }
  return form;
}
