import { entriesAfterReload } from './entries-after-reload.js';
import { entriesElsewhere } from './other-pages.js';
import type { QueueBook } from './queue-book.js';

/** Keeps a queue in step with other pages of its person: what they left, and what they work on. */
export class QueuePages {
  readonly #book: QueueBook;
  readonly #isClosed: () => boolean;
  readonly #go: () => void;
  #looking: Promise<void> = Promise.resolve();

  /** @param go called when there may be something to be sent */
  constructor(book: QueueBook, isClosed: () => boolean, go: () => void) {
    this.#book = book;
    this.#isClosed = isClosed;
    this.#go = go;
  }

  /** Joins the others. Settles once what an earlier page left is there. */
  async open(): Promise<void> {
    await this.#book.records.join(
      () => void this.#look(),
      () => void this.#takeOver(),
    );
    await this.#takeOver();
  }

  /** Takes over what pages left that are gone, and goes on with it. */
  async #takeOver(): Promise<void> {
    const { records, files, list } = this.#book;
    await records.takeOver(async (left) => {
      const entries = await entriesAfterReload(left, files);
      if (this.#isClosed()) return;
      list.put(...entries);
      await this.#book.keep(entries.map(({ id }) => id));
    });
    await this.#look();
    this.#go();
  }

  /** Shows what the others work on; one look after another, so that the last one is what is shown. */
  #look(): Promise<void> {
    this.#looking = this.#looking.then(() => this.#show());
    return this.#looking;
  }

  async #show(): Promise<void> {
    const others = entriesElsewhere(await this.#book.records.elsewhere());
    if (!this.#isClosed()) this.#book.list.show(others);
  }
}
