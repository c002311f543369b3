import Table from 'cli-table3';
import type { TableRows } from './to-rows.js';

/** What a cell costs beside its text: two blanks and a line. */
const FRAME = 3;
const NARROWEST = 10;
const WIDEST = 40;

/** A column that is shown: which one, and how wide with its frame. */
interface Shown {
  readonly index: number;
  readonly width: number;
}

/** The columns that fit a terminal, each as wide as its widest cell within limits; the first two in any case. */
function fit({ columns, rows }: TableRows, width: number): Shown[] {
  const shown: Shown[] = [];
  let left = width - 1;
  for (const [index, name] of columns.entries()) {
    const longest = Math.max(name.length, ...rows.map((row) => row[index]?.length ?? 0));
    const wanted = Math.min(longest, WIDEST) + FRAME;
    const least = NARROWEST + FRAME;
    if (wanted > left && (shown.length > 1 || left < least)) continue;
    shown.push({ index, width: Math.min(wanted, left) });
    left -= Math.min(wanted, left);
  }
  return shown;
}

/** Lines above, below the head and below; none between rows, which would double the height. */
const CHARS = { mid: '', 'left-mid': '', 'mid-mid': '', 'right-mid': '' };

/**
 * Draws a table that fits a terminal; columns that don't fit are left out and counted below it.
 *
 * @param width the terminal's, in characters; 80 unless known
 */
export function renderTable(rows: TableRows, width = 80): string {
  if (rows.rows.length === 0) return '(nothing)';
  const shown = fit(rows, width);
  const table = new Table({
    head: shown.map(({ index }) => rows.columns[index] ?? ''),
    colWidths: shown.map((column) => column.width - 1),
    style: { head: [], border: [] },
    wordWrap: false,
    chars: CHARS,
  });
  for (const row of rows.rows) table.push(shown.map(({ index }) => row[index] ?? ''));
  const hidden = rows.columns.length - shown.length;
  return hidden === 0 ? table.toString() : `${table.toString()}\n${hidden} more columns: --json has them`;
}
