import type { PagedCall } from '@streamone/node';
import { type OutputOptions, outputFormat } from './output-options.js';
import { fieldNames } from './pick-fields.js';
import { printData } from './print-data.js';
import { rowWriter } from './row-writer.js';
import { note, writeOut } from './write-out.js';

/**
 * Prints every row of a list, page by page as they arrive; no more than a page is kept, unless a query
 * wants to see them all.
 *
 * @param max stop after so many rows
 */
export async function printPages(
  call: PagedCall<unknown>,
  options: OutputOptions,
  max = Number.POSITIVE_INFINITY,
): Promise<void> {
  const format = outputFormat(options);
  const { header } = await call.response();
  const zone = header.timezone ?? 'UTC';
  if (options.query !== undefined) {
    await printData(await call.all({ max }), options, { zone, count: header.count });
    return;
  }
  const fields = options.fields === undefined ? undefined : fieldNames(options.fields);
  const writer = await rowWriter(format, { fields, zone, quiet: options.quiet });
  let printed = 0;
  try {
    for await (const page of call.pages()) {
      await writer.write(page.slice(0, max - printed));
      printed += page.length;
      if (printed >= max) break;
    }
  } catch (error) {
    // What was printed ends with its line; JSON stays open, so that nobody takes it for the whole.
    if (printed > 0 && format === 'json') await writeOut('\n');
    throw error;
  }
  await writer.end();
  if (format !== 'table' && process.stdout.isTTY) return;
  const all = header.count === undefined ? '' : ` of ${header.count}`;
  note(`${Math.min(printed, max)}${all}${format === 'table' ? `; dates in ${zone}` : ''}`, options);
}
