import type { CallResponse } from '@streamone/node';
import { toRows } from './to-rows.js';

/**
 * Prints an answer on stdout: JSON when it is piped or asked for (dates in ISO 8601), a table on a
 * terminal (dates in the zone of the answer). How many rows there are in all goes to stderr, so that it is not taken for data.
 */
export async function printBody(
  { body, header }: CallResponse<unknown>,
  options: { readonly json?: boolean },
): Promise<void> {
  const zone = header.timezone ?? 'UTC';
  const rows = process.stdout.isTTY && options.json !== true ? toRows(body, zone) : undefined;
  if (rows === undefined) {
    process.stdout.write(`${JSON.stringify(body, null, 2)}\n`);
    return;
  }
  const { renderTable } = await import('./render-table.js');
  process.stdout.write(`${renderTable(rows, process.stdout.columns)}\n`);
  const total = header.count === undefined ? '' : `${rows.rows.length} of ${header.count}; `;
  process.stderr.write(`${total}dates in ${zone}\n`);
}
