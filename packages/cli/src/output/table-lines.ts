import { styleText } from 'node:util';
import Table from 'cli-table3';
import type { Column } from './plan-columns.js';

/** Lines above, below the head and below; none between rows, which would double the height. */
const CHARS = { mid: '', 'left-mid': '', 'mid-mid': '', 'right-mid': '' };

/** A table in the lines that stand above its rows, those of the rows, and the one below them. */
export interface TableLines {
  readonly head: readonly string[];
  readonly rows: readonly string[];
  readonly foot: string;
}

/** Draws a table of cells that fit their columns; the head is bold where stdout takes that. */
export function tableLines(columns: readonly Column[], cells: readonly (readonly string[])[]): TableLines {
  const table = new Table({
    head: columns.map(({ name }) => styleText('bold', name, { stream: process.stdout })),
    colWidths: columns.map(({ width }) => width + 2),
    colAligns: columns.map(({ right }) => (right ? 'right' : 'left')),
    style: { head: [], border: [] },
    wordWrap: false,
    chars: CHARS,
  });
  for (const row of cells) table.push([...row]);
  const lines = table.toString().split('\n');
  const height = cells.reduce((sum, row) => sum + Math.max(1, ...row.map((cell) => cell.split('\n').length)), 0);
  const end = lines.length - 1;
  return { head: lines.slice(0, end - height), rows: lines.slice(end - height, end), foot: lines[end] ?? '' };
}
