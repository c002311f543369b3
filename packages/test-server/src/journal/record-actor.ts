import { shownText } from '../form/byte-string.js';
import type { FormValue } from '../form/php-array.js';
import { readForm } from '../form/read-form.js';
import type { JournalEntry } from './journal-entry.js';
import type { JournalRecord } from './journal-record.js';

/** The parameters in the query of a target. */
export function queryVariables(target: string): ReadonlyMap<string, FormValue> {
  const mark = target.indexOf('?');
  return readForm(mark === -1 ? '' : target.slice(mark + 1)).variables;
}

/** Who a target says that it is from, believed or not. */
export function claimedActor(target: string): JournalEntry['actor'] {
  const parameters = queryVariables(target);
  const type = parameters.get('authentication_type') === 'application' ? 'application' : 'user';
  const id = parameters.get(type);
  return typeof id === 'string' ? { type, id: shownText(id) } : undefined;
}

/** Who a request says it is from, believed or not. */
export function recordActor({ note, progress, target }: JournalRecord): JournalEntry['actor'] {
  if (note !== undefined) return note.actor;
  if (progress?.parameters !== undefined) {
    const { type, actor } = progress.parameters;
    return actor === undefined ? undefined : { type, id: actor };
  }
  return claimedActor(target);
}
