import { stringify } from 'csv-stringify/sync';
import { fieldOf, flatten } from './pick-fields.js';
import { printable } from './report-error.js';
import type { RowWriter, RowWriterOptions } from './row-writer.js';
import { note, writeOut } from './write-out.js';

/** One value as text: a date in ISO 8601, a list of words as it would be given as an argument, else JSON. */
function text(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return value.toISOString();
  if (Array.isArray(value) && value.every((each) => typeof each === 'string')) return text(value.join(','));
  const plain = typeof value === 'string' ? value : JSON.stringify(value);
  return process.stdout.isTTY ? printable(plain) : plain;
}

/** Prints CSV. Its columns are the fields that are asked for, else those of the rows that come first. */
export function csvWriter({ fields, quiet = false }: Omit<RowWriterOptions, 'zone'>): RowWriter {
  let columns: readonly string[] | undefined;
  const missed = new Set<string>();
  return {
    write: async (rows) => {
      const flat = rows.map(flatten);
      const found = fields === undefined ? flat.flatMap((row) => Object.keys(row)) : [];
      const head = columns === undefined;
      const names = columns ?? fields ?? [...new Set(found)];
      columns = names;
      for (const name of found) if (!names.includes(name)) missed.add(name);
      const cells = rows.map((row, index) =>
        names.map((name) => text(fields === undefined ? flat[index]?.[name] : fieldOf(row, name))),
      );
      await writeOut(stringify(head ? [names, ...cells] : cells));
    },
    end: async () => {
      if (columns === undefined && fields !== undefined) await writeOut(stringify([fields]));
      if (missed.size > 0)
        note(`left out, since only later rows have it: ${[...missed].join(', ')} (--fields)`, { quiet });
    },
  };
}
