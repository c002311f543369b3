import { readFileSync } from 'node:fs';

/** The cases of a file of golden data. */
export function vectors(name: string): readonly unknown[] {
  const data = JSON.parse(readFileSync(new URL(`../vectors/${name}.json`, import.meta.url), 'utf8')) as
    | readonly unknown[]
    | { readonly cases: readonly unknown[] };
  return 'cases' in data ? data.cases : data;
}

/** How many cases there are of each kind, so that none disappears without a word. */
export function tally(kinds: Iterable<string>): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const kind of kinds) counts[kind] = (counts[kind] ?? 0) + 1;
  return counts;
}
