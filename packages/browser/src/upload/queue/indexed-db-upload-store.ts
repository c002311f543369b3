import { Database, doneWith, resultOf } from '../../indexed-db/database.js';
import type { StoredUpload } from './queue-entry.js';
import type { UploadStore } from './upload-store.js';

const ENTRIES = 'entries';

interface Kept extends StoredUpload {
  readonly person: string;
}

/** All keys of a person: an array sorts after every text. */
function keysOf(person: string): IDBKeyRange {
  return IDBKeyRange.bound([person], [person, []]);
}

/**
 * A store in IndexedDB: names, sizes, titles and what became of each, by person; and the handles that lead to files.
 *
 * @param name of the database
 */
export function indexedDbUploadStore(name = 'streamone-uploads'): UploadStore {
  const database = new Database(name, (opened) => {
    opened.createObjectStore(ENTRIES, { keyPath: ['person', 'id'] });
  });
  const change = async (work: (entries: IDBObjectStore) => void): Promise<void> => {
    const transaction = (await database.open()).transaction(ENTRIES, 'readwrite');
    const done = doneWith(transaction);
    work(transaction.objectStore(ENTRIES));
    await done;
  };
  return {
    async load(person) {
      const entries = (await database.open()).transaction(ENTRIES).objectStore(ENTRIES);
      const kept = (await resultOf(entries.getAll(keysOf(person)))) as readonly Kept[];
      return kept.map(({ person: _person, ...entry }) => entry);
    },
    save: (person, entries) =>
      change((kept) => {
        for (const entry of entries) kept.put({ ...entry, person } satisfies Kept);
      }),
    remove: (person, ids) =>
      change((kept) => {
        for (const id of ids) kept.delete([person, id]);
      }),
    clear: (person) => change((kept) => kept.delete(keysOf(person))),
  };
}
