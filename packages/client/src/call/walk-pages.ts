import { MismatchError } from '@streamone/core';
import type { CallResponse, Page } from './call.js';
import { type Seen, idOf, repeatedRows } from './moved-rows.js';

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

function checkPage<Row>({ body, requestId }: CallResponse<Page<Row>>, { command, action }: Paging<Row>): void {
  if (Array.isArray(body)) return;
  const mismatch = { path: '', expected: 'Array', given: body };
  throw new MismatchError({ command, action, requestId, mismatches: [mismatch] });
}

function countOf<Row>({ header }: CallResponse<Page<Row>>): number | undefined {
  return typeof header.count === 'number' ? header.count : undefined;
}

/** Looks for the row that was handed out last, from its old place on: new rows in front moved it. */
async function findLast<Row>(
  paging: Paging<Row>,
  from: number,
  last: unknown,
): Promise<{ response: CallResponse<Page<Row>>; start: number; skip: number } | undefined> {
  let start = from;
  // Bounded by the count: a server that knows no offsets would give the same page for ever.
  for (let count = Number.POSITIVE_INFINITY; start < count;) {
    const response = await paging.request(start);
    checkPage(response, paging);
    const { body: page } = response;
    const at = page.findIndex((row) => idOf(row) === last);
    if (at >= 0) return { response, start, skip: at + 1 };
    if (page.length === 0) return undefined;
    start += page.length;
    count = countOf(response) ?? count;
  }
  return undefined;
}

/**
 * Page after page. Rows that are added at either end of the list meanwhile make no row come twice
 * and none be left out, where rows have IDs and answers a count; what is remembered for that is the
 * last page's IDs. Rows that are removed meanwhile may make others be left out.
 */
export async function* walkPages<Row>(
  first: Promise<CallResponse<Page<Row>>>,
  paging: Paging<Row>,
): AsyncGenerator<Page<Row>, void, undefined> {
  let response = await first;
  let start = paging.offset;
  let seen: Seen | undefined;
  for (;;) {
    checkPage(response, paging);
    // An empty page ends it whatever the count says: else a wrong count would be asked for ever.
    if (response.body.length === 0) return;
    let skip = seen === undefined ? 0 : repeatedRows(response.body, countOf(response), seen);
    if (skip === undefined) {
      const found = await findLast(paging, start - 1, seen?.ids.at(-1));
      skip = found?.skip ?? 0;
      if (found !== undefined) ({ response, start } = found);
    }
    const { body: page } = response;
    const count = countOf(response);
    const { length } = page;
    // Without a count, a page with nothing new is the same page again: the action knows no offsets.
    if (count === undefined && skip === length) return;
    seen = { ids: page.map(idOf), count };
    start += length;
    // Only a page of this walk's own is shortened, never the first, which others look at too.
    if (skip > 0) page.splice(0, skip);
    if (page.length > 0) yield page;
    const more = count === undefined ? length >= paging.limit : start < count;
    if (!more) return;
    response = await paging.request(start);
  }
}
