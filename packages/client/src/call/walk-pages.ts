import { MismatchError } from '@streamone/core';
import type { CallResponse, Page } from './call.js';

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

/** What was last seen of a list: enough to notice that it moved, and no more. */
interface Seen {
  /** IDs of the last page's rows. */
  readonly ids: readonly unknown[];
  readonly count: number | undefined;
}

function idOf(row: unknown): unknown {
  const id: unknown = typeof row === 'object' && row !== null && 'id' in row ? row.id : undefined;
  return typeof id === 'string' || typeof id === 'number' ? id : undefined;
}

function checkPage<Row>({ body, requestId }: CallResponse<Page<Row>>, { command, action }: Paging<Row>): void {
  if (Array.isArray(body)) return;
  const mismatch = { path: '', expected: 'Array', given: body };
  throw new MismatchError({ command, action, requestId, mismatches: [mismatch] });
}

/**
 * How many rows at the front of a page were handed out before, since as many new ones came in front
 * of them; `undefined` when the page alone doesn't tell.
 */
function repeated(
  page: readonly unknown[],
  count: number | undefined,
  { ids, count: before }: Seen,
): number | undefined {
  const first = idOf(page[0]);
  if (first === undefined) return 0;
  const at = ids.indexOf(first);
  if (at >= 0) return Math.min(ids.length - at, page.length);
  // Either nothing came in front, or more than the last page holds.
  const grown = (count ?? 0) - (before ?? count ?? 0);
  return grown > ids.length ? undefined : 0;
}

/** Looks for the row that was handed out last, from its old place on: new rows in front moved it. */
async function findLast<Row>(
  paging: Paging<Row>,
  from: number,
  last: unknown,
): Promise<{ response: CallResponse<Page<Row>>; start: number; skip: number } | undefined> {
  for (let start = from; ;) {
    const response = await paging.request(start);
    checkPage(response, paging);
    const { body: page } = response;
    if (page.length === 0) return undefined;
    const at = page.findIndex((row) => idOf(row) === last);
    if (at >= 0) return { response, start, skip: at + 1 };
    start += page.length;
  }
}

/**
 * Page after page. Rows that are added at either end of the list meanwhile make no row come twice
 * and none be left out; what is remembered for that is the last page's IDs.
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
    let skip = seen === undefined ? 0 : repeated(response.body, response.header.count, seen);
    if (skip === undefined) {
      const found = await findLast(paging, start - 1, seen?.ids.at(-1));
      skip = found?.skip ?? 0;
      if (found !== undefined) ({ response, start } = found);
    }
    const { body: page, header } = response;
    const length = page.length;
    const count = typeof header.count === 'number' ? header.count : undefined;
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
