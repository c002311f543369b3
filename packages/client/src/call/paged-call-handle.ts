import { InvalidArgumentError } from '@streamone/core';
import { CallHandle } from './call-handle.js';
import type { AllOptions, CallResponse, Page, PagedCall } from './call.js';
import type { Paging, walkPages } from './walk-pages.js';

/** How pages are walked, once it was loaded. */
let loaded: typeof walkPages | undefined;

/** A paged call as a value that can be awaited, asked and iterated. */
export class PagedCallHandle<Row> extends CallHandle<Page<Row>> implements PagedCall<Row> {
  readonly #paging: Paging<Row>;
  readonly #walk: typeof walkPages | undefined;

  /** @param walk how pages are walked; loaded when somebody does unless given */
  constructor(first: Promise<CallResponse<Page<Row>>>, paging: Paging<Row>, walk?: typeof walkPages) {
    super(first);
    this.#paging = paging;
    this.#walk = walk;
  }

  pages(): AsyncGenerator<Page<Row>, void, undefined> {
    const walk = this.#walk ?? loaded;
    return walk === undefined ? this.#loadAndWalk() : walk(this.response(), this.#paging);
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

  async *#loadAndWalk(): AsyncGenerator<Page<Row>, void, undefined> {
    // Its failure is told by the walk, which has not begun to listen yet.
    this.response().catch(() => undefined);
    ({ walkPages: loaded } = await import('./walk-pages.js'));
    yield* loaded(this.response(), this.#paging);
  }
}
