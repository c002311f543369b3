import { checkConcurrency, checkPerson } from './check-queue-options.js';
import { fileAgain } from './file-source.js';
import { QueueBook } from './queue-book.js';
import type { QueueEntry } from './queue-entry.js';
import { QueueIntake } from './queue-intake.js';
import { QueuePages } from './queue-pages.js';
import { QueueSender } from './queue-sender.js';
import type { AddOptions, UploadQueue, UploadQueueOptions } from './upload-queue.js';
import type { UploadStore } from './upload-store.js';
import { type WhoseSession, whoseSession } from './whose-session.js';

/** The work of a queue; see {@link UploadQueue} for what each of its members does. */
export class QueueRunner implements UploadQueue {
  readonly ready: Promise<void>;
  readonly #book: QueueBook;
  readonly #intake: QueueIntake;
  readonly #sender: QueueSender;
  readonly #session: WhoseSession;
  #paused = false;
  #closed = false;

  constructor({ client, store, concurrency, ...options }: UploadQueueOptions & { readonly store: UploadStore }) {
    const person = checkPerson(options.person ?? ('session' in client ? client.session?.user : undefined));
    const book = new QueueBook({ store, person, onStoreError: options.onStoreError });
    this.#book = book;
    this.#intake = new QueueIntake(book, () => this.#closed);
    this.#sender = new QueueSender({
      client,
      book,
      concurrency: checkConcurrency(concurrency),
      mayBegin: () => !this.#paused && !this.#closed && this.#session.isSame(),
    });
    this.#session = whoseSession(client, {
      there: () => this.#sender.go(),
      // One whose time ran out leaves the queue as it is, for when the person is back.
      ended: () => this.pause(),
      replaced: () => this.close(),
      left: () => void this.#leave(),
    });
    const pages = new QueuePages(
      book,
      () => this.#closed,
      () => this.#sender.go(),
    );
    this.ready = pages.open();
  }

  get entries(): readonly QueueEntry[] {
    return this.#book.list.entries;
  }

  get paused(): boolean {
    return this.#paused;
  }

  subscribe(listener: () => void): () => void {
    return this.#book.list.subscribe(listener);
  }

  async add(files: Iterable<File | FileSystemFileHandle>, options: AddOptions = {}): Promise<readonly string[]> {
    // Looked at before anything is awaited: a list of files that were dropped is empty soon after.
    const given = [...files];
    await this.ready;
    const ids = await this.#intake.add(given, options);
    this.#sender.go();
    return ids;
  }

  pause(): void {
    this.#paused = true;
    this.#book.list.tell();
  }

  resume(): void {
    this.#paused = false;
    this.#book.list.tell();
    this.#sender.go();
  }

  cancel(id: string): void {
    if (this.#sender.end(id, 'the upload was cancelled')) return;
    const state = this.#book.list.find(id)?.state;
    if (state === 'waiting' || state === 'needs-file') this.#book.set(id, { state: 'cancelled' });
  }

  retry(id: string): void {
    const entry = this.#book.list.find(id);
    if (entry === undefined || !['failed', 'cancelled', 'unknown'].includes(entry.state)) return;
    const state = this.#book.files.has(id) ? 'waiting' : 'needs-file';
    this.#book.set(id, { state, sent: 0, itemId: undefined, fileId: undefined, error: undefined });
    this.#sender.go();
  }

  async provide(files?: Iterable<File>): Promise<number> {
    const given = files === undefined ? undefined : [...files];
    let provided = 0;
    for (const entry of this.#book.list.own.filter(({ state }) => state === 'needs-file')) {
      const file = await fileAgain(entry, given, this.#book.files.handleOf(entry.id));
      if (file !== undefined && this.#book.give(entry.id, { file })) provided++;
    }
    this.#sender.go();
    return provided;
  }

  async forget(id: string): Promise<void> {
    // What another tab works on is that tab's to take out.
    if (this.#book.list.find(id) === undefined) return;
    this.#drop([id]);
    await this.#book.records.remove([id]);
  }

  async clear(): Promise<void> {
    const done = this.#book.list.own.filter(({ state }) => state === 'done').map(({ id }) => id);
    this.#drop(done);
    await this.#book.records.remove(done);
  }

  close(): void {
    this.#closed = true;
    this.#session.stop();
    // Only then is it another page's: what is noted late would be noted over that.
    void this.#sender.endAll('the queue was closed').then(() => this.#book.records.release());
  }

  #drop(ids: readonly string[]): void {
    // Out of the list first: what is ended then finds nothing to note its end in.
    this.#book.drop(ids);
    for (const id of ids) this.#sender.end(id, 'the upload was taken out');
  }

  /** The person is gone, and leaves nothing behind. */
  async #leave(): Promise<void> {
    // At once: nothing may be added while the store is emptied.
    this.#closed = true;
    this.#drop(this.#book.list.own.map(({ id }) => id));
    this.#book.list.show([]);
    await this.#book.records.clear();
    this.close();
  }
}
