import { InvalidArgumentError } from '@streamone/core';
import { pMapIterable } from 'p-map';
import { untilAborted } from '../pipeline/until-aborted.js';

/** How rows are worked on. */
export interface MapRowsOptions {
  /** How many rows are worked on at the same time; 8 unless given. */
  readonly concurrency?: number | undefined;
  /** Whether results come in the order of the rows; they do unless this is false. */
  readonly ordered?: boolean | undefined;
  /** Ends it: no further row is begun, and the iteration throws its reason. */
  readonly signal?: AbortSignal | undefined;
}

/**
 * Works on each row of a list, several at a time, and gives the results as they come:
 * `for await (const done of mapRows(s1.item.view(), (item) => …)) { … }`. Pages are asked for as rows are
 * needed, never all at once, so a million rows take no more memory than a few; a loop that is left asks for no
 * more. What the work throws ends it.
 *
 * @throws InvalidArgumentError for a concurrency that is none.
 */
export function mapRows<Row, Result>(
  rows: AsyncIterable<Row> | Iterable<Row>,
  work: (row: Row, index: number) => Result | PromiseLike<Result>,
  { concurrency = 8, ordered = true, signal }: MapRowsOptions = {},
): AsyncIterable<Result> {
  if (!Number.isSafeInteger(concurrency) || concurrency < 1) {
    throw new InvalidArgumentError({
      argument: 'concurrency',
      expected: 'a whole number, 1 or more',
      given: concurrency,
    });
  }
  const settings = { concurrency, preserveOrder: ordered };
  // Boxed, since some values mean "skip" or "stop" to the library.
  const boxed = pMapIterable(rows, async (row: Row, index) => ({ result: await work(row, index) }), settings);
  return unboxed(boxed, signal);
}

async function* unboxed<Result>(
  boxes: AsyncIterable<{ readonly result: Result }>,
  signal: AbortSignal | undefined,
): AsyncGenerator<Result, void, undefined> {
  const iterator = boxes[Symbol.asyncIterator]();
  try {
    for (;;) {
      signal?.throwIfAborted();
      const { done, value } = await untilAborted(iterator.next(), signal);
      if (done === true) return;
      yield value.result;
    }
  } finally {
    // Not waited for: rows that are under way may take long, and nobody wants them any more.
    void iterator.return?.().catch(() => undefined);
  }
}
