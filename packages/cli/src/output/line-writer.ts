import { fieldOf, pickFields } from './pick-fields.js';
import { printable } from './report-error.js';
import type { RowWriter, RowWriterOptions } from './row-writer.js';
import { jsonText, writeOut } from './write-out.js';

function rawText(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return value.toISOString();
  if (typeof value === 'string') return process.stdout.isTTY ? printable(value) : value;
  return jsonText(value);
}

/** Prints a line for each row: JSON, or raw, where text stands as it is and the fields that are asked for have tabs between them. */
export function lineWriter(raw: boolean, { fields }: Pick<RowWriterOptions, 'fields'>): RowWriter {
  const line = (row: unknown): string => {
    if (!raw) return jsonText(fields === undefined ? row : pickFields(row, fields));
    return fields === undefined ? rawText(row) : fields.map((name) => rawText(fieldOf(row, name))).join('\t');
  };
  return {
    write: (rows) => writeOut(rows.map((row) => `${line(row)}\n`).join('')),
    end: async () => undefined,
  };
}
