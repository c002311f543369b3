import type { CallResponse } from '@streamone/node';
import type { OutputOptions } from './output-options.js';
import { printData } from './print-data.js';

/** Prints an answer; see {@link printData}. */
export async function printBody({ body, header }: CallResponse<unknown>, options: OutputOptions): Promise<void> {
  await printData(body, options, { zone: header.timezone, count: header.count });
}
