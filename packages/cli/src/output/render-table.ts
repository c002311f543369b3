import Table from 'cli-table3';
import type { TableRows } from './to-rows.js';

/** What a cell costs beside its text: two blanks and a line. */
const FRAME = 3;
const NARROWEST = 10;
const WIDEST = 40;

/** How many columns fit a terminal, each as wide as its widest cell within limits. */
function fit({ columns, rows }: TableRows, width: number): number[] {
  const widths: number[] = [];
  let left = width - 1;
  for (const [index, name] of columns.entries()) {
    const longest = Math.max(name.length, ...rows.map((row) => row[index]?.length ?? 0));
    const wanted = Math.min(longest, WIDEST) + FRAME;
    if (wanted > left && (left < NARROWEST + FRAME || widths.length > 1)) break;
    widths.push(Math.min(wanted, left));
    left -= wanted;
  }
  return widths;
}

/**
 * Draws a table that fits a terminal; columns that don't fit are left out and named below it.
 *
 * @param width the terminal's, in characters; 80 unless known
 */
export function renderTable(rows: TableRows, width = 80): string {
  if (rows.rows.length === 0) return '(nothing)';
  const widths = fit(rows, width);
  const table = new Table({
    head: rows.columns.slice(0, widths.length),
    colWidths: widths.map((each) => each - 1),
    style: { head: [], border: [] },
    wordWrap: false,
  });
  for (const row of rows.rows) table.push(row.slice(0, widths.length));
  const hidden = rows.columns.slice(widths.length);
  return hidden.length === 0
    ? table.toString()
    : `${table.toString()}\nnot shown: ${hidden.join(', ')} (--json has them)`;
}
