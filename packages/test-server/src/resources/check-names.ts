import { InvalidArgumentError, nearestName } from '@streamone/core';

/** Checks that all names are known. @throws InvalidArgumentError with the one that was probably meant. */
export function checkNames(place: string, given: readonly string[], known: readonly string[]): void {
  const unknown = given.find((name) => !known.includes(name));
  if (unknown === undefined) return;
  const nearest = nearestName(unknown, known);
  throw new InvalidArgumentError({
    argument: place,
    expected: `what is named ${known.join(', ')}`,
    given: unknown,
    advice: nearest === undefined ? undefined : `Did you mean "${nearest}"?`,
  });
}
