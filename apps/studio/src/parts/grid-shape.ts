/** How a list of items is laid out. Lengths in CSS pixels. */
export interface GridShape {
  readonly columns: number;
  /** Of one item. */
  readonly width: number;
  readonly height: number;
  readonly gap: number;
  /** Whether it is a list: one column, the poster beside the words. */
  readonly isList: boolean;
}

/** Narrower than this, items are a list. */
const PHONE = 560;
const NARROWEST = 216;
/** What stands below a poster. */
const WORDS = 78;

/** Lays out items in a given width. */
export function gridShape(width: number): GridShape {
  if (width < PHONE) return { columns: 1, width, height: 88, gap: 4, isList: true };
  const gap = 20;
  const columns = Math.max(2, Math.floor((width + gap) / (NARROWEST + gap)));
  const each = (width - gap * (columns - 1)) / columns;
  return { columns, width: each, height: Math.round((each * 9) / 16) + WORDS, gap, isList: false };
}
