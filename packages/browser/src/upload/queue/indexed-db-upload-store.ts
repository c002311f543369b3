import type { StoredUpload } from './queue-entry.js';
import type { UploadStore } from './upload-store.js';

const ENTRIES = 'entries';

interface Kept extends StoredUpload {
  readonly person: string;
}

function settled<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('the database gave no reason'));
  });
}

function open(name: string): Promise<IDBDatabase> {
  const request = indexedDB.open(name, 1);
  request.onupgradeneeded = () => request.result.createObjectStore(ENTRIES, { keyPath: ['person', 'id'] });
  return settled(request);
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
  let opening: Promise<IDBDatabase> | undefined;
  const database = async (): Promise<IDBDatabase> => {
    opening ??= open(name);
    try {
      const opened = await opening;
      // Else this page would keep another from deleting it or changing its form.
      opened.onversionchange = opened.onclose = () => {
        opened.close();
        opening = undefined;
      };
      return opened;
    } catch (error) {
      opening = undefined;
      throw error;
    }
  };
  const change = async (work: (entries: IDBObjectStore) => void): Promise<void> => {
    const transaction = (await database()).transaction(ENTRIES, 'readwrite');
    work(transaction.objectStore(ENTRIES));
    await new Promise<void>((resolve, reject) => {
      transaction.oncomplete = () => resolve();
      transaction.onabort = () => reject(transaction.error ?? new Error('the database gave no reason'));
    });
  };
  return {
    async load(person) {
      const entries = (await database()).transaction(ENTRIES).objectStore(ENTRIES);
      const kept = (await settled(entries.getAll(keysOf(person)))) as readonly Kept[];
      return kept.map(({ person: _person, ...entry }) => entry);
    },
    save: (person, entry) => change((entries) => entries.put({ ...entry, person } satisfies Kept)),
    remove: (person, id) => change((entries) => entries.delete([person, id])),
    clear: (person) => change((entries) => entries.delete(keysOf(person))),
  };
}
