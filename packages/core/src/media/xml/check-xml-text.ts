import { InvalidArgumentError } from '../../errors/invalid-argument-error.js';

const NOT_XML = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/u;

/**
 * A text that XML 1.0 can carry: most control characters have no form in it, not even as a reference.
 *
 * @throws InvalidArgumentError naming the field, and the character in the way.
 */
export function checkXmlText(argument: string, text: unknown): string {
  if (typeof text !== 'string') throw new InvalidArgumentError({ argument, expected: 'a text', given: text });
  const found = NOT_XML.exec(text);
  if (found === null) return text;
  const code = (found[0].codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
  throw new InvalidArgumentError({
    argument,
    expected: 'text that XML 1.0 can carry',
    given: text,
    advice: `It can't carry U+${code}, which is at position ${found.index}.`,
  });
}

/**
 * An address for an element's text: not empty and without white space, which readers take off around it.
 *
 * @throws InvalidArgumentError naming the field.
 */
export function checkXmlAddress(argument: string, address: unknown): string {
  if (typeof address === 'string' && /^\S+$/.test(address)) return checkXmlText(argument, address);
  throw new InvalidArgumentError({ argument, expected: 'an address without spaces', given: address });
}

/**
 * Checks that an object has known fields only, so that none is lost in silence.
 *
 * @param place what the object is part of, with its dot, as `tracks[0].`
 * @throws InvalidArgumentError naming the field, or the object.
 */
export function checkFields(object: unknown, known: readonly string[], place: string): void {
  if (typeof object !== 'object' || object === null || Array.isArray(object)) {
    throw new InvalidArgumentError({
      argument: place.replace(/\.$/, '') || undefined,
      expected: 'an object of fields',
      given: object,
    });
  }
  for (const name of Object.keys(object)) {
    if (known.includes(name)) continue;
    throw new InvalidArgumentError({ argument: place + name, expected: `one of ${known.join(', ')}`, given: name });
  }
}
