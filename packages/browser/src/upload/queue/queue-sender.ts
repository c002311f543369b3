import { outcomeOf } from './outcome-of.js';
import type { QueueBook } from './queue-book.js';
import type { UploadQueueOptions } from './upload-queue.js';

/** What sends the files of a queue. */
export interface QueueSenderParts {
  readonly client: UploadQueueOptions['client'];
  readonly book: QueueBook;
  /** How many are sent at a time. */
  readonly concurrency: number;
  /** Whether another file may be begun now. */
  readonly mayBegin: () => boolean;
}

/** An upload that is under way. */
interface Running {
  readonly controller: AbortController;
  readonly over: Promise<void>;
}

/** Sends the files of a queue that wait, the first first. */
export class QueueSender {
  readonly #parts: QueueSenderParts;
  readonly #running = new Map<string, Running>();

  constructor(parts: QueueSenderParts) {
    this.#parts = parts;
  }

  /** Begins what waits, as far as it may. */
  go(): void {
    const { book, mayBegin, concurrency } = this.#parts;
    for (const { id, state } of book.list.own) {
      if (this.#running.size >= concurrency || !mayBegin()) return;
      if (state === 'waiting' && !this.#running.has(id)) this.#send(id);
    }
  }

  /** Ends an upload. @returns whether it was under way */
  end(id: string, reason: string): boolean {
    const running = this.#running.get(id);
    running?.controller.abort(new DOMException(reason, 'AbortError'));
    return running !== undefined;
  }

  /** Ends all that are under way. Settles when what became of each is noted. */
  async endAll(reason: string): Promise<void> {
    const ending = Array.from(this.#running.values(), ({ over }) => over);
    for (const id of this.#running.keys()) this.end(id, reason);
    await Promise.allSettled(ending);
  }

  #send(id: string): void {
    const controller = new AbortController();
    // Once it is among those that run: to begin it changes the list, and who is told of that may have more begun.
    const over = Promise.resolve()
      .then(() => this.#upload(id, controller.signal))
      .finally(() => {
        this.#running.delete(id);
        this.go();
      });
    this.#running.set(id, { controller, over });
    void over.catch(() => undefined);
  }

  async #upload(id: string, signal: AbortSignal): Promise<void> {
    const { client, book } = this.#parts;
    const entry = book.set(id, { state: 'uploading', sent: 0 });
    if (entry === undefined) return;
    const file = await book.files.read(entry);
    if (file === undefined) return void book.set(id, { state: 'needs-file' });
    // Before the first byte: a page that goes away now must not leave an entry that waits.
    await book.records.settled();
    const { fields, account } = entry;
    const onProgress = ({ sent }: { readonly sent: number }): void => void book.list.change(id, { sent });
    try {
      const { itemId, fileId, confirmed } = await client.upload(file, fields, { onProgress, signal, account });
      book.set(id, { state: confirmed ? 'done' : 'unknown', sent: file.size, itemId, fileId });
      // It is there; the file is not needed any more.
      if (confirmed) book.files.drop(id);
    } catch (error) {
      book.set(id, outcomeOf(error, book.list.find(id) ?? entry));
    }
  }
}
