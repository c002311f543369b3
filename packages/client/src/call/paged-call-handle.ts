import { InvalidArgumentError, MismatchError } from '@streamone/core';
import { CallHandle } from './call-handle.js';
import type { AllOptions, CallResponse, Page, PagedCall } from './call.js';

/** What a paged call needs to know to ask for the next page. */
export interface Paging<Row> {
  readonly command: string;
  readonly action: string;
  /** Where the first page starts. */
  readonly offset: number;
  /** How many rows a page has, unless it is the last. */
  readonly limit: number;
  /** Asks for the page that starts at an offset. */
  readonly request: (offset: number) => Promise<CallResponse<Page<Row>>>;
}

/** A paged call as a value that can be awaited, asked and iterated. */
export class PagedCallHandle<Row> extends CallHandle<Page<Row>> implements PagedCall<Row> {
  readonly #paging: Paging<Row>;

  constructor(first: Promise<CallResponse<Page<Row>>>, paging: Paging<Row>) {
    super(first);
    this.#paging = paging;
  }

  async *pages(): AsyncGenerator<Page<Row>, void, undefined> {
    const { command, action, limit, request } = this.#paging;
    let { offset } = this.#paging;
    let response = await this.response();
    for (;;) {
      const { body: page, header } = response;
      if (!Array.isArray(page)) {
        const mismatch = { path: '', expected: 'Array', given: page };
        throw new MismatchError({ command, action, requestId: response.requestId, mismatches: [mismatch] });
      }
      // An empty page ends it whatever the count says: else a wrong count would be asked for ever.
      if (page.length === 0) return;
      yield page;
      offset += page.length;
      const { count } = header;
      const more = typeof count === 'number' ? offset < count : page.length >= limit;
      if (!more) return;
      response = await request(offset);
    }
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
