import { nearestName } from '@streamone/core';
import { refuse } from '../../state/json/refuse.js';
import type { RecordKind } from '../../state/record-kinds.js';

/** So many names are listed; more than that nobody reads. */
const MOST = 12;

/**
 * Refuses the name of a record that is not there, and tells which are.
 *
 * @param given `undefined` where the credentials name none
 * @throws InvalidArgumentError always; its argument is the path.
 */
export function refuseMissing(
  kind: RecordKind,
  given: string | undefined,
  names: readonly string[],
  path: string,
): never {
  const nearest = given === undefined ? undefined : nearestName(given, names);
  const more = names.length > MOST ? `, and ${names.length - MOST} more` : '';
  const listed = names.length === 0 ? `There are no ${kind}.` : `There are ${names.slice(0, MOST).join(', ')}${more}.`;
  const add = given === undefined ? 'Add it to "credentials". ' : '';
  return refuse(path, {
    expected: `the ID of one of the ${kind}, or its name where no other has it`,
    given,
    advice: nearest === undefined ? add + listed : `Did you mean "${nearest}"? ${listed}`,
  });
}
