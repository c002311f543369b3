/** One side of a comparison: does its work so many times. */
export type Side = (times: number) => Promise<void>;

/** What a comparison found. */
export interface Comparison {
  readonly name: string;
  /** Operations a second of the bare reference, at the median. */
  readonly reference: number;
  /** Operations a second of ours, at the median. */
  readonly ours: number;
  /** Ours through the reference, at the median of the rounds. */
  readonly ratio: number;
}

/** Settings of {@link compare}. */
export interface CompareOptions {
  /** How often each side does its work in a round. */
  readonly times: number;
  /** How many rounds count; one more goes before, to warm up. */
  readonly rounds?: number;
}

/** The middle of some numbers. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2;
}

async function rate(side: Side, times: number): Promise<number> {
  const started = performance.now();
  await side(times);
  return (times / (performance.now() - started)) * 1000;
}

/**
 * Measures two sides in turn, round after round, so that whatever else the machine does meets both;
 * the ratio is what counts, not the rates.
 */
export async function compare(
  name: string,
  reference: Side,
  ours: Side,
  { times, rounds = 9 }: CompareOptions,
): Promise<Comparison> {
  const found: { reference: number; ours: number }[] = [];
  for (let round = 0; round <= rounds; round++) {
    const pair = { reference: await rate(reference, times), ours: await rate(ours, times) };
    if (round > 0) found.push(pair);
  }
  return {
    name,
    reference: median(found.map((each) => each.reference)),
    ours: median(found.map((each) => each.ours)),
    ratio: median(found.map((each) => each.ours / each.reference)),
  };
}
