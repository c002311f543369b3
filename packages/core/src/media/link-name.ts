import { InvalidArgumentError } from '../errors/invalid-argument-error.js';
import { encodeRfc3986 } from './encode-rfc3986.js';

const MISLEADING = /[/\\\p{Cc}]/u;

/**
 * The name that a link's file has, encoded for the path. Slashes would make segments of their own, also when
 * encoded: many servers decode before they split.
 *
 * @throws InvalidArgumentError when it is empty or can't be carried faithfully.
 */
export function linkName(name: unknown): string {
  if (typeof name === 'string' && name !== '' && !MISLEADING.test(name)) return encodeRfc3986(name, 'name');
  throw new InvalidArgumentError({
    argument: 'name',
    expected: 'a name that is not empty, without "/", "\\" and control characters',
    given: name,
  });
}
