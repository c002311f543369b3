import { nearestName } from '@streamone/core';

/** A question for who may have mistyped a name, with a blank before it; empty where no name is near. */
export function didYouMean(given: string, names: Iterable<string>): string {
  const meant = nearestName(given, names);
  return meant === undefined ? '' : ` Did you mean "${meant}"?`;
}
