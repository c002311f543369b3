import type { QueueEntry } from './queue-entry.js';
import { type QueueFile, QueueFiles } from './queue-files.js';
import { QueueList } from './queue-list.js';
import { QueueRecords, type QueueRecordsParts, recordOf } from './queue-records.js';

/** All that a queue knows: its entries, their files, and what of both is kept. */
export class QueueBook {
  readonly list = new QueueList();
  readonly files = new QueueFiles();
  readonly records: QueueRecords;

  constructor(parts: QueueRecordsParts) {
    this.records = new QueueRecords(parts);
  }

  /** Changes an entry, and has the change kept. @returns it as it is now; `undefined` where there is none */
  set(id: string, change: Partial<QueueEntry>): QueueEntry | undefined {
    const changed = this.list.change(id, change);
    if (changed !== undefined) void this.keep([id]);
    return changed;
  }

  /** Gives an entry its file, where it needs one. @returns whether it did */
  give(id: string, source: QueueFile): boolean {
    if (this.list.find(id)?.state !== 'needs-file') return false;
    this.files.give(id, source);
    this.set(id, { state: 'waiting' });
    return true;
  }

  /** Takes entries out of the list; what is kept of them stays. */
  drop(ids: readonly string[]): void {
    this.list.remove(new Set(ids));
    for (const id of ids) this.files.drop(id);
  }

  /** Keeps entries as they are when it is their turn. */
  keep(ids: readonly string[]): Promise<void> {
    return this.records.save(() =>
      this.list.own.filter(({ id }) => ids.includes(id)).map((entry) => recordOf(entry, this.files)),
    );
  }
}
