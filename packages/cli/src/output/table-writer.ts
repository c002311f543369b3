import { cellText } from './cell-text.js';
import { cutText, wrapText } from './fit-text.js';
import { fieldOf, flatten } from './pick-fields.js';
import { type Column, type ColumnDraft, planColumns } from './plan-columns.js';
import type { RowWriter, RowWriterOptions } from './row-writer.js';
import { tableLines } from './table-lines.js';
import { note, writeOut } from './write-out.js';

const isNumber = (value: unknown): boolean => typeof value === 'number' || value === null || value === undefined;

/** The width of the terminal; 80 unless it says. */
const terminalWidth = (): number => Math.max(process.stdout.columns || 80, 20);

/**
 * Prints a table of rows as they come. What the first have in them decides on the columns and their
 * widths; columns without anything are not shown.
 */
export function tableWriter({ fields, zone, quiet = false }: RowWriterOptions): RowWriter {
  let columns: readonly Column[] = [];
  let hidden = 0;
  let foot: string | undefined;

  function plan(rows: readonly Readonly<Record<string, unknown>>[]): void {
    const names = fields ?? [...new Set(rows.flatMap((row) => Object.keys(row)))];
    const drafts = names.map((name): ColumnDraft => {
      const values = rows.map((row) => row[name]);
      return { name, cells: values.map((value) => cellText(value, zone)), right: values.every(isNumber) };
    });
    const filled = fields === undefined ? drafts.filter(({ cells }) => cells.some((cell) => cell !== '')) : drafts;
    columns = planColumns(filled, terminalWidth(), fields !== undefined);
    hidden = filled.length - columns.length;
  }

  return {
    write: async (rows) => {
      if (rows.length === 0) return;
      const flat = rows.map((row) =>
        fields === undefined ? flatten(row) : Object.fromEntries(fields.map((name) => [name, fieldOf(row, name)])),
      );
      const first = foot === undefined;
      if (first) plan(flat);
      const cells = flat.map((row) => columns.map(({ name, width }) => cutText(cellText(row[name], zone), width)));
      const lines = tableLines(columns, cells);
      ({ foot } = lines);
      await writeOut([...(first ? lines.head : []), ...lines.rows, ''].join('\n'));
    },
    end: async () => {
      await writeOut(`${foot ?? '(nothing)'}\n`);
      if (hidden > 0)
        note(
          `${hidden} more ${hidden === 1 ? 'column' : 'columns'}: --json has ${hidden === 1 ? 'it' : 'them'}, --fields chooses`,
          { quiet },
        );
    },
  };
}

/** Prints one record as a table of its fields and their values, long ones on several lines. */
export async function printRecord(record: unknown, { fields, zone }: RowWriterOptions): Promise<void> {
  const flat = flatten(record);
  const names = fields ?? Object.keys(flat);
  const cells = names.map((name): readonly [string, string] => [
    cellText(name, zone),
    cellText(fields === undefined ? flat[name] : fieldOf(record, name), zone),
  ]);
  const drafts = ['field', 'value'].map((name, index) => ({
    name,
    cells: cells.map((row) => row[index] ?? ''),
    right: false,
  }));
  const columns = planColumns(drafts, terminalWidth(), false);
  const wrapped = cells.map((row) => columns.map(({ width }, index) => wrapText(row[index] ?? '', width)));
  const { head, rows, foot } = tableLines(columns, wrapped);
  await writeOut([...head, ...rows, foot, ''].join('\n'));
}
