import { InvalidArgumentError } from '../errors/invalid-argument-error.js';

/** The same as the data type's (a test says so), which would bring zod into a bundle of links. */
export const LINK_ID = /^[A-Za-z0-9_-]{1,64}$/;

/**
 * An ID as a link carries it: a Hash needs no encoding. Source: protocol, observed.
 *
 * @throws InvalidArgumentError when it is no Hash.
 */
export function linkId(argument: string, id: unknown): string {
  if (typeof id === 'string' && LINK_ID.test(id)) return id;
  throw new InvalidArgumentError({ argument, expected: 'an ID of letters, digits, "_" and "-"', given: id });
}
