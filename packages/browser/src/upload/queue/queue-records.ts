import { type PageLock, pageLock } from './page-lock.js';
import type { QueueEntry, StoredUpload } from './queue-entry.js';
import type { QueueFiles } from './queue-files.js';
import type { UploadStore } from './upload-store.js';

/** What is kept of an entry, but for who works on it. */
export type QueueRecord = Omit<StoredUpload, 'owner'>;

/** What is kept of an entry. */
export function recordOf({ sent: _sent, ...kept }: QueueEntry, files: QueueFiles): QueueRecord {
  return { ...kept, handle: files.handleOf(kept.id) };
}

/** What the records of a queue are made of. */
export interface QueueRecordsParts {
  readonly store: UploadStore;
  readonly person: string;
  readonly onStoreError: ((error: unknown) => void) | undefined;
}

/** What a queue keeps for after a reload. Nothing here rejects: a queue goes on without a store. */
export class QueueRecords {
  readonly #parts: QueueRecordsParts;
  #writing: Promise<void> = Promise.resolve();
  #lock: PageLock | undefined;

  constructor(parts: QueueRecordsParts) {
    this.#parts = parts;
  }

  /** Takes over what pages left that are gone, which no other page can do meanwhile. */
  async takeOver(take: (left: readonly StoredUpload[]) => Promise<void>): Promise<void> {
    const { store, person } = this.#parts;
    try {
      const lock = await pageLock(`streamone-uploads:${person}`);
      this.#lock = lock;
      await lock.alone(async () => {
        const left: StoredUpload[] = [];
        for (const kept of await store.load(person)) if (!(await lock.isAlive(kept.owner))) left.push(kept);
        await take(left);
        await this.#writing;
      });
    } catch (error) {
      this.#tell(error);
    }
  }

  /** Keeps entries as they are once it is their turn; all of them at once. Settles when that is done. */
  save(records: () => readonly QueueRecord[]): Promise<void> {
    return this.#write(async ({ store, person }) => {
      const owner = this.#lock?.id ?? '';
      const kept = records().map((record) => ({ ...record, owner }));
      if (kept.length > 0) await store.save(person, kept);
    });
  }

  /** Forgets entries. */
  remove(ids: readonly string[]): Promise<void> {
    return this.#write(async ({ store, person }) => {
      if (ids.length > 0) await store.remove(person, ids);
    });
  }

  /** Forgets all of the person. */
  clear(): Promise<void> {
    return this.#write(({ store, person }) => store.clear(person));
  }

  /** Settles when all is kept that was to be so far. */
  settled(): Promise<void> {
    return this.#writing;
  }

  /** Lets another page take over what is kept. */
  release(): void {
    void this.#writing.then(() => this.#lock?.release());
  }

  /** One change of the store after another, so that the last one is what is kept. */
  #write(work: (parts: QueueRecordsParts) => Promise<void>): Promise<void> {
    this.#writing = this.#writing.then(() => work(this.#parts)).catch((error: unknown) => this.#tell(error));
    return this.#writing;
  }

  #tell(error: unknown): void {
    try {
      this.#parts.onStoreError?.(error);
    } catch {
      // The queue itself is well.
    }
  }
}
