function distance(a: string, b: string): number {
  let above = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let row = 1; row <= a.length; row++) {
    const current = [row];
    for (let at = 1; at <= b.length; at++) {
      const change = (above[at - 1] ?? 0) + Number(a[row - 1] !== b[at - 1]);
      current.push(Math.min(change, (above[at] ?? 0) + 1, (current[at - 1] ?? 0) + 1));
    }
    above = current;
  }
  return above[b.length] ?? 0;
}

/** Names that are longer than this are none that somebody mistyped. */
const LONGEST = 40;

/** The name that was probably meant: the nearest in spelling, if one is near; case does not count. */
export function closest(given: string, names: Iterable<string>): string | undefined {
  if (given.length > LONGEST) return undefined;
  let best: string | undefined;
  let least = Math.max(1, Math.floor(given.length / 4)) + 1;
  for (const name of names) {
    const difference = distance(given.toLowerCase(), name.toLowerCase());
    if (difference >= least) continue;
    [best, least] = [name, difference];
  }
  return best;
}

/** The same as a sentence with a blank before it; empty where no name is near. */
export function didYouMean(given: string, names: Iterable<string>): string {
  const meant = closest(given, names);
  return meant === undefined ? '' : ` Did you mean "${meant}"?`;
}
