/** What was last seen of a list: enough to notice that it moved, and no more. */
export interface Seen {
  /** IDs of the last page's rows. */
  readonly ids: readonly unknown[];
  readonly count: number | undefined;
}

/** The ID of a row; `undefined` where it has none to know it by. */
export function idOf(row: unknown): unknown {
  const id: unknown = typeof row === 'object' && row !== null && 'id' in row ? row.id : undefined;
  return typeof id === 'string' || typeof id === 'number' ? id : undefined;
}

/**
 * How many rows at the front of a page were handed out before, since as many new ones came in front
 * of them; `undefined` when the page alone doesn't tell.
 */
export function repeatedRows(
  page: readonly unknown[],
  count: number | undefined,
  { ids, count: before }: Seen,
): number | undefined {
  const known = new Set(ids);
  // Rows without an ID of their own can't be told apart, so none of them is taken for another.
  if (known.size < ids.length || known.has(undefined)) return 0;
  const fresh = page.findIndex((row) => !known.has(idOf(row)));
  if (fresh !== 0) return fresh < 0 ? page.length : fresh;
  // Either nothing came in front, or at least as many as the last page holds.
  const grown = (count ?? 0) - (before ?? count ?? 0);
  return grown > ids.length ? undefined : 0;
}
