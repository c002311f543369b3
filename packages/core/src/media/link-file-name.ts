import { InvalidArgumentError } from '../errors/invalid-argument-error.js';
import { linkName } from './link-name.js';
import { FILE_ENDINGS, type MediaType } from './media-type.js';

/**
 * Checks that the type of a link is one of those that its kind has.
 *
 * @throws InvalidArgumentError when it is not.
 */
export function checkMediaType(type: unknown, types: readonly MediaType[]): void {
  if ((types as readonly unknown[]).includes(type)) return;
  throw new InvalidArgumentError({
    argument: 'type',
    expected: types.map((one) => `"${one}"`).join(' or '),
    given: type,
  });
}

/**
 * The last segment of a media link: the name with the type's ending, or `Manifest`. Source: protocol, documented.
 *
 * @param fallback the name where none is given
 * @throws InvalidArgumentError when the name can't be carried, or the type has none.
 */
export function linkFileName(type: MediaType, name: string | undefined, fallback: string): string {
  if (type !== 'smooth') return linkName(name ?? fallback) + FILE_ENDINGS[type];
  if (name === undefined) return FILE_ENDINGS.smooth;
  throw new InvalidArgumentError({
    argument: 'name',
    expected: 'no name: a Smooth link ends with "Manifest"',
    given: name,
  });
}
