import { type OtherPages, joinPages } from './other-pages.js';
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
  #others: OtherPages | undefined;

  constructor(parts: QueueRecordsParts) {
    this.#parts = parts;
  }

  /**
   * Joins the other pages of the person.
   *
   * @param changed called when one of them has changed what is kept
   * @param gone called when one of them is gone
   */
  async join(changed: () => void, gone: () => void): Promise<void> {
    const scope = `streamone-uploads:${this.#parts.person}`;
    try {
      this.#lock = await pageLock(scope);
      this.#others = joinPages(scope, this.#lock, changed, gone);
    } catch (error) {
      this.#tell(error);
    }
  }

  /** Takes over what pages left that are gone, which no other page can do meanwhile. */
  takeOver(take: (left: readonly StoredUpload[]) => Promise<void>): Promise<void> {
    return this.alone(async () => {
      await take((await this.#load()).left);
      await this.#writing;
    }).catch((error: unknown) => this.#tell(error));
  }

  /** Does something that no other page of the person may do meanwhile. */
  alone(work: () => Promise<void>): Promise<void> {
    return this.#lock?.alone(work) ?? work();
  }

  /** What other pages work on. */
  async elsewhere(): Promise<readonly StoredUpload[]> {
    try {
      const { elsewhere } = await this.#load();
      this.#others?.watch(elsewhere.map(({ owner }) => owner));
      return elsewhere;
    } catch (error) {
      this.#tell(error);
      return [];
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
  async release(): Promise<void> {
    await this.#writing;
    this.#others?.close();
    this.#lock?.release();
  }

  /** One change of the store after another, so that the last one is what is kept. */
  #write(work: (parts: QueueRecordsParts) => Promise<void>): Promise<void> {
    this.#writing = this.#writing
      .then(() => work(this.#parts))
      .then(() => this.#others?.tell())
      .catch((error: unknown) => this.#tell(error));
    return this.#writing;
  }

  async #load(): Promise<Record<'left' | 'elsewhere', readonly StoredUpload[]>> {
    const { store, person } = this.#parts;
    const [left, elsewhere]: [StoredUpload[], StoredUpload[]] = [[], []];
    for (const kept of await store.load(person)) {
      if (kept.owner === this.#lock?.id) continue;
      ((await this.#lock?.isAlive(kept.owner)) === true ? elsewhere : left).push(kept);
    }
    return { left, elsewhere };
  }

  #tell(error: unknown): void {
    try {
      this.#parts.onStoreError?.(error);
    } catch {
      // The queue itself is well.
    }
  }
}
