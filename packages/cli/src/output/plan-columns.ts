import { textWidth } from './fit-text.js';

/** A column as it is shown. */
export interface Column {
  readonly name: string;
  /** How wide its text may be. */
  readonly width: number;
  /** Whether it holds numbers, which stand at the right. */
  readonly right: boolean;
}

/** What is known of a column before it is laid out. */
export interface ColumnDraft {
  readonly name: string;
  readonly cells: readonly string[];
  readonly right: boolean;
}

/** What a cell costs beside its text: two blanks and a line. */
const FRAME = 3;
const NARROWEST = 10;
const WIDEST = 40;

/**
 * The columns that fit a terminal. Those that are asked for are made narrow rather than left out; of
 * others the first two are shown in any case.
 *
 * @param width the terminal's, in characters
 */
export function planColumns(drafts: readonly ColumnDraft[], width: number, asked: boolean): readonly Column[] {
  const shown: { name: string; right: boolean; width: number; natural: number }[] = [];
  let left = width - 1;
  for (const { name, cells, right } of drafts) {
    const natural = Math.max(textWidth(name), ...cells.map(textWidth), 1);
    const wanted = Math.min(natural, asked ? NARROWEST : WIDEST);
    const taken = shown.length < 2 ? Math.min(wanted, Math.max(left - FRAME, NARROWEST)) : wanted;
    if (taken + FRAME > left && shown.length > 1) continue;
    shown.push({ name, right, natural, width: taken });
    left -= taken + FRAME;
  }
  // What is left goes to those that were cut, a little to each in turn.
  for (let cut = shown.filter(isCut); left > 0 && cut.length > 0; cut = cut.filter(isCut)) {
    for (const column of cut.slice(0, left)) {
      column.width += 1;
      left -= 1;
    }
  }
  return shown.map(({ name, right, width: wide }) => ({ name, right, width: wide }));
}

const isCut = (column: { readonly width: number; readonly natural: number }): boolean => column.width < column.natural;
