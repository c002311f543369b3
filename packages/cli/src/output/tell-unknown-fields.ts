import { didYouMean } from './did-you-mean.js';
import type { OutputOptions } from './output-options.js';
import { fieldNames, fieldOf, flatten } from './pick-fields.js';
import { printable } from './report-error.js';

const isThere = (row: unknown, name: string): boolean => {
  const value = fieldOf(row, name);
  return Array.isArray(value) ? value.some((each) => each !== undefined) : value !== undefined;
};

/**
 * Tells on stderr which fields that were asked for nobody knows: neither the catalogue nor any of the rows. It is no
 * error, since the platform may have fields that the catalogue lacks, and leaves out those that are empty.
 */
export function tellUnknownFields({ fields, quiet }: OutputOptions, body: unknown, known: readonly string[]): void {
  const rows: readonly unknown[] = Array.isArray(body) ? body : [body];
  if (fields === undefined || quiet === true || rows.length === 0) return;
  const unknown = fieldNames(fields).filter((name) => !known.includes(name) && !rows.some((row) => isThere(row, name)));
  const names = [...new Set([...known, ...rows.slice(0, 20).flatMap((row) => Object.keys(flatten(row)))])];
  for (const name of unknown) {
    process.stderr.write(
      printable(`warning: --fields: the answer has no ${name}. ${didYouMean(name, names)}`).trimEnd(),
    );
    process.stderr.write('\n');
  }
}
