import { InvalidArgumentError } from '@streamone/core';
import { isSameFile } from './file-source.js';
import { newId } from './new-id.js';
import { entriesElsewhere } from './other-pages.js';
import type { QueueBook } from './queue-book.js';
import type { QueueEntry } from './queue-entry.js';
import { type QueueFile, queueFile } from './queue-files.js';
import { recordOf } from './queue-records.js';
import type { AddOptions } from './upload-queue.js';

type ReadSource = QueueFile & { readonly file: File };

const isOver = ({ state }: QueueEntry): boolean => state === 'failed' || state === 'cancelled';

/** Takes files into a queue: each is kept before it is shown. */
export class QueueIntake {
  readonly #book: QueueBook;
  readonly #isClosed: () => boolean;
  #adding: Promise<unknown> = Promise.resolve();

  constructor(book: QueueBook, isClosed: () => boolean) {
    this.#book = book;
    this.#isClosed = isClosed;
  }

  /** Adds files. @returns the IDs of their entries */
  add(files: readonly (File | FileSystemFileHandle)[], options: AddOptions): Promise<readonly string[]> {
    // One after the other: two that bring the same file must know of each other.
    const added = this.#adding.then(() => this.#add(files, options));
    this.#adding = added.catch(() => undefined);
    return added;
  }

  async #add(given: readonly (File | FileSystemFileHandle)[], options: AddOptions): Promise<readonly string[]> {
    const sources = await Promise.all(given.map(queueFile));
    let ids: readonly string[] = [];
    // Another page that brings the same file must know of this one too.
    await this.#book.records.alone(async () => {
      ids = await this.#take(sources, options);
    });
    return ids;
  }

  async #take(sources: readonly ReadSource[], options: AddOptions): Promise<readonly string[]> {
    const { list, files, records } = this.#book;
    const elsewhere = entriesElsewhere(await records.elsewhere());
    this.#checkOpen();
    list.show(elsewhere);
    const fresh: QueueEntry[] = [];
    const replaced: string[] = [];
    const ids = sources.map((source) => {
      const same = [...fresh, ...list.entries].filter(
        (entry) => isSameFile(entry, source.file) && entry.account === options.account,
      );
      const there = same.find((entry) => !isOver(entry));
      if (there !== undefined) {
        this.#book.give(there.id, source);
        return there.id;
      }
      replaced.push(...same.filter((entry) => entry.elsewhere !== true).map(({ id }) => id));
      const entry = this.#entryOf(source.file, options, fresh.at(-1) ?? list.entries.at(-1));
      files.give(entry.id, source);
      fresh.push(entry);
      return entry.id;
    });
    const added = fresh.map(({ id }) => id);
    await records.save(() => fresh.map((entry) => recordOf(entry, files)));
    if (this.#isClosed()) await records.remove(added);
    this.#checkOpen();
    this.#book.drop(replaced);
    list.put(...fresh);
    await records.remove(replaced);
    return ids;
  }

  #entryOf({ name, size, lastModified }: File, options: AddOptions, last: QueueEntry | undefined): QueueEntry {
    const { fields = {}, account } = options;
    // Two that are added in the same millisecond keep their order.
    const added = Math.max(Date.now(), (last?.added ?? 0) + 1);
    return { id: newId(), name, size, lastModified, fields, account, added, state: 'waiting', sent: 0 };
  }

  #checkOpen(): void {
    if (!this.#isClosed()) return;
    throw new InvalidArgumentError({ expected: 'a queue that is open', given: 'one that was closed' });
  }
}
