import type { RecordKind } from '../../state/record-kinds.js';
import type { RecordCollections } from '../../state/state.js';

/** What a record is called by people. */
function nameOf(record: object): unknown {
  if ('username' in record) return record.username;
  if ('name' in record) return record.name;
  return 'title' in record ? record.title : undefined;
}

/** What the records of a kind are called, else their IDs. */
export function namesOf(state: RecordCollections, kind: RecordKind): string[] {
  return Array.from<{ readonly id: string }, string>(state[kind], (record) => {
    const name = nameOf(record);
    return typeof name === 'string' && name !== '' ? name : record.id;
  });
}

/** Finds a record by its ID, else by its name: the ID, or `undefined` where none has the name or several have. */
export function findByName(state: RecordCollections, kind: RecordKind, given: string): string | undefined {
  const collection: Iterable<{ readonly id: string }> & { get(id: string): unknown } = state[kind];
  if (collection.get(given) !== undefined) return given;
  let found: string | undefined;
  for (const record of collection) {
    if (nameOf(record) !== given) continue;
    if (found !== undefined) return undefined;
    found = record.id;
  }
  return found;
}
