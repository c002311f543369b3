import type { CallResponse } from '@streamone/node';
import { toRows } from './to-rows.js';

/**
 * Prints an answer on stdout: JSON when it is piped or asked for, a table on a terminal. How many
 * rows there are in all goes to stderr, so that it is not taken for data.
 */
export async function printBody(
  { body, header }: CallResponse<unknown>,
  options: { readonly json?: boolean },
): Promise<void> {
  const rows = process.stdout.isTTY && options.json !== true ? toRows(body) : undefined;
  if (rows === undefined) {
    process.stdout.write(`${JSON.stringify(body, null, 2)}\n`);
    return;
  }
  const { renderTable } = await import('./render-table.js');
  process.stdout.write(`${renderTable(rows, process.stdout.columns)}\n`);
  if (header.count !== undefined) process.stderr.write(`${rows.rows.length} of ${header.count}\n`);
}
