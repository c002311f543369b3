import { writeWallClock } from '@streamone/core';
import { printable } from './report-error.js';

/** What a table shows. */
export interface TableRows {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date);
}

/** One value as a cell: a date on the wall clock of the zone, as it can be given as an argument; short, on one line, without anything that would steer the terminal. */
function cell(value: unknown, zone: string): string {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return writeWallClock(value, zone);
  if (Array.isArray(value) && value.every((each) => typeof each === 'string')) return cell(value.join(', '), zone);
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return printable(text.replace(/\s+/g, ' '));
}

/**
 * A body as rows: a list of objects with a column for each field that holds something, an object
 * with a row for each field; `undefined` for anything else.
 *
 * @param zone the IANA zone that dates are shown in
 */
export function toRows(body: unknown, zone: string): TableRows | undefined {
  if (isRecord(body)) {
    return {
      columns: ['field', 'value'],
      rows: Object.entries(body).map(([name, value]) => [name, cell(value, zone)]),
    };
  }
  if (!Array.isArray(body) || !body.every(isRecord)) return undefined;
  const names = [...new Set(body.flatMap((row) => Object.keys(row)))];
  const columns = names.filter((name) => body.some((row) => cell(row[name], zone) !== ''));
  return { columns, rows: body.map((row) => columns.map((name) => cell(row[name], zone))) };
}
