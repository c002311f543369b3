import { InvalidArgumentError } from '@streamone/core';
import { CallHandle } from './call-handle.js';
import type { AllOptions, CallResponse, Page, PagedCall } from './call.js';
import { type Paging, walkPages } from './walk-pages.js';

/** A paged call as a value that can be awaited, asked and iterated. */
export class PagedCallHandle<Row> extends CallHandle<Page<Row>> implements PagedCall<Row> {
  readonly #paging: Paging<Row>;

  constructor(first: Promise<CallResponse<Page<Row>>>, paging: Paging<Row>) {
    super(first);
    this.#paging = paging;
  }

  pages(): AsyncGenerator<Page<Row>, void, undefined> {
    return walkPages(this.response(), this.#paging);
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<Row, void, undefined> {
    for await (const page of this.pages()) yield* page;
  }

  async all(options: AllOptions = {}): Promise<Row[]> {
    const { max = Number.POSITIVE_INFINITY } = options;
    if (!(max >= 0)) {
      this.response().catch(() => undefined);
      throw new InvalidArgumentError({ argument: 'max', expected: 'a number of rows, 0 or more', given: max });
    }
    const rows: Row[] = [];
    if (max === 0) {
      // The call was made all the same, and its failure must not be lost.
      await this.response();
      return rows;
    }
    for await (const page of this.pages()) {
      for (const row of page) {
        rows.push(row);
        if (rows.length >= max) return rows;
      }
    }
    return rows;
  }
}
