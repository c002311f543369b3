/** Where one is in a grid of items. */
export interface GridPlace {
  readonly from: number;
  readonly columns: number;
  /** How many rows a page has. */
  readonly page: number;
  readonly total: number;
}

/** Where a key leads in a grid; `undefined` for a key that leads nowhere. */
export function nextIndex(key: string, { from, columns, page, total }: GridPlace): number | undefined {
  const steps: Readonly<Record<string, number>> = {
    ArrowRight: 1,
    ArrowLeft: -1,
    ArrowDown: columns,
    ArrowUp: -columns,
    PageDown: page * columns,
    PageUp: -page * columns,
    Home: -total,
    End: total,
  };
  const step = steps[key];
  if (step === undefined || Number.isNaN(from)) return undefined;
  const to = from + step;
  // There is no row above the first, nor below the last; a page or all the way ends at the edge.
  if ((to < 0 || to >= total) && key.startsWith('Arrow')) return from;
  return Math.max(0, Math.min(total - 1, to));
}
