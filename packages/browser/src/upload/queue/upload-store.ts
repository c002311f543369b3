import type { StoredUpload } from './queue-entry.js';

/** Where a queue keeps what it has to know after the page was loaded again. Never the files themselves. */
export interface UploadStore {
  /** All that is kept for a person. */
  load(person: string): Promise<readonly StoredUpload[]>;
  /** Keeps entries, each in the place of what was kept of it before; all of them or none. Settles once they are kept. */
  save(person: string, entries: readonly StoredUpload[]): Promise<void>;
  /** Forgets entries. */
  remove(person: string, ids: readonly string[]): Promise<void>;
  /** Forgets all of a person. */
  clear(person: string): Promise<void>;
}

/** A store that forgets all when the page goes away. */
export function memoryUploadStore(): UploadStore {
  const people = new Map<string, Map<string, StoredUpload>>();
  return {
    load: async (person) => [...(people.get(person)?.values() ?? [])],
    async save(person, entries) {
      const kept = people.get(person) ?? new Map<string, StoredUpload>();
      for (const entry of entries) kept.set(entry.id, entry);
      people.set(person, kept);
    },
    async remove(person, ids) {
      for (const id of ids) people.get(person)?.delete(id);
    },
    async clear(person) {
      people.delete(person);
    },
  };
}
