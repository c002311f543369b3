import type { StoredUpload } from './queue-entry.js';

/** Where a queue keeps what it has to know after the page was loaded again. Never the files themselves. */
export interface UploadStore {
  /** All that is kept for a person. */
  load(person: string): Promise<readonly StoredUpload[]>;
  /** Keeps an entry, in the place of what was kept of it before. */
  save(person: string, entry: StoredUpload): Promise<void>;
  /** Forgets an entry. */
  remove(person: string, id: string): Promise<void>;
  /** Forgets all of a person. */
  clear(person: string): Promise<void>;
}

/** A store that forgets all when the page goes away. */
export function memoryUploadStore(): UploadStore {
  const people = new Map<string, Map<string, StoredUpload>>();
  return {
    load: async (person) => [...(people.get(person)?.values() ?? [])],
    async save(person, entry) {
      const kept = people.get(person) ?? new Map<string, StoredUpload>();
      people.set(person, kept.set(entry.id, entry));
    },
    async remove(person, id) {
      people.get(person)?.delete(id);
    },
    async clear(person) {
      people.delete(person);
    },
  };
}
