/** How many letters must be put in, left out, changed or swapped with their neighbour to make one word of another. */
function distance(a: string, b: string): number {
  let [before, row]: number[][] = [[], Array.from({ length: b.length + 1 }, (_, at) => at)];
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const changed = (row?.[j - 1] ?? 0) + Number(a[i - 1] !== b[j - 1]);
      const swapped = a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? (before?.[j - 2] ?? 0) + 1 : Infinity;
      next.push(Math.min(changed, swapped, (row?.[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    [before, row] = [row, next];
  }
  return row?.at(-1) ?? 0;
}

/** The longest word for which a likely one is looked for. */
const LONGEST = 40;

/** The name that was probably meant by one that is not known, however it is capitalised; `undefined` where none is near. */
export function nearestName(given: string, names: readonly string[]): string | undefined {
  if (given.length > LONGEST) return undefined;
  const away = names.map((name) => ({ name, by: distance(given.toLowerCase(), name.toLowerCase()) }));
  const [nearest] = away.toSorted((a, b) => a.by - b.by);
  return nearest !== undefined && nearest.by <= Math.max(1, Math.floor(given.length / 3)) ? nearest.name : undefined;
}
