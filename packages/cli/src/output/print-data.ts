import { fieldNames, isRecord, pickFields } from './pick-fields.js';
import { printable } from './report-error.js';
import { type OutputOptions, outputFormat } from './output-options.js';
import { rowWriter } from './row-writer.js';
import { jsonText, note, writeOut } from './write-out.js';

/** What an answer says beside its data. */
export interface DataNotes {
  /** IANA zone that a table shows dates in; UTC unless given. */
  readonly zone?: string | undefined;
  /** How many rows there are in all. */
  readonly count?: number | undefined;
}

function tellNotes(rows: readonly unknown[] | undefined, { zone, count }: DataNotes, options: OutputOptions): void {
  if (rows !== undefined && count !== undefined) {
    const more = count > rows.length ? ' (--all prints every one)' : '';
    note(`${rows.length} of ${count}${more}${zone === undefined ? '' : `; dates in ${zone}`}`, options);
  } else if (zone !== undefined) {
    note(`dates in ${zone}`, options);
  }
}

/**
 * Prints data on stdout: JSON when it is piped or asked for (dates in ISO 8601), a table on a terminal
 * (dates in the zone), or as the options say. What is beside the data goes to a person on stderr.
 *
 * @throws InvalidArgumentError for options that are wrong or exclude each other.
 */
export async function printData(body: unknown, options: OutputOptions, notes: DataNotes = {}): Promise<void> {
  const format = outputFormat(options);
  const queried = options.query !== undefined;
  const data =
    options.query === undefined ? body : await (await import('./run-query.js')).runQuery(options.query, body);
  const fields = options.fields === undefined ? undefined : fieldNames(options.fields);
  const { zone = 'UTC' } = notes;
  if (format === 'json') {
    await writeOut(`${jsonText(fields === undefined ? data : pickFields(data, fields), 2)}\n`);
  } else if (format === 'table' && (data === null || data === undefined)) {
    note(queried ? '(nothing)' : 'done', options);
    return;
  } else if (format === 'table' && isRecord(data)) {
    await (await import('./table-writer.js')).printRecord(data, { fields, zone });
  } else if (format === 'table' && !Array.isArray(data)) {
    await writeOut(`${printable(typeof data === 'string' ? data : jsonText(data))}\n`);
  } else {
    const writer = await rowWriter(format, { fields, zone, quiet: options.quiet });
    await writer.write(Array.isArray(data) ? data : [data]);
    await writer.end();
  }
  // Beside a table; else only where the data goes elsewhere, so that it stays what it is on a terminal too.
  if (format !== 'table' && process.stdout.isTTY) return;
  const dates = format === 'table' && !queried;
  tellNotes(
    Array.isArray(body) ? body : undefined,
    { count: notes.count, zone: dates ? notes.zone : undefined },
    options,
  );
}
