/** Names that are longer than this are none that somebody mistyped. */
const LONGEST = 40;

/** How many letters must be put in, left out, changed or swapped with their neighbour to make one word of another. */
function distance(a: string, b: string): number {
  let before: readonly number[] = [];
  let row: readonly number[] = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const changed = (row[j - 1] ?? 0) + Number(a[i - 1] !== b[j - 1]);
      const isSwap = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      const swapped = isSwap ? (before[j - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY;
      next.push(Math.min(changed, swapped, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    [before, row] = [row, next];
  }
  return row.at(-1) ?? 0;
}

/**
 * The name that was probably meant by one that is not known, whatever its case: the nearest in spelling, where at most a
 * third of it is otherwise; `undefined` where none is near. For messages, as "Did you mean …?".
 */
export function nearestName(given: string, names: Iterable<string>): string | undefined {
  if (given.length > LONGEST) return undefined;
  let best: string | undefined;
  let least = Math.max(1, Math.floor(given.length / 3)) + 1;
  for (const name of names) {
    const away = distance(given.toLowerCase(), name.toLowerCase());
    if (away >= least) continue;
    [best, least] = [name, away];
  }
  return best;
}
