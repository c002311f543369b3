import { nearestName } from '@streamone/core';

/** A question for a person who may have mistyped a name: `Did you mean limit?`; empty where no name is near. */
export function didYouMean(given: string, names: readonly string[]): string {
  const nearest = nearestName(given, names);
  return nearest === undefined || nearest === given ? '' : `Did you mean ${nearest}?`;
}
