import { type Call, InvalidArgumentError, type PagedCall } from '@streamone/node';
import type { DataType } from '@streamone/core';
import { type Command, Option } from 'commander';
import { type OutputOptions, addOutputOptions, checkOutput } from '../output/output-options.js';
import { printBody } from '../output/print-body.js';
import { type GlobalOptions, addGlobalOptions } from '../program/global-options.js';

/** Options of a command that calls an action. */
export interface CallCommandOptions extends GlobalOptions, OutputOptions {
  /** Every page. */
  readonly all?: boolean;
  /** How many rows at most, of all pages. */
  readonly max?: string;
  readonly jsonArgs?: string;
  readonly dryRun?: boolean;
}

/** Gives a command the options of one that calls an action. */
export function addCallOptions(command: Command, paged: boolean): Command {
  command
    .addOption(new Option('--json-args <json>', 'arguments as a JSON object; @file, or - for stdin'))
    .addOption(new Option('--dry-run', 'print the signed request instead of sending it'));
  addOutputOptions(addGlobalOptions(command));
  if (!paged) return command;
  return command
    .addOption(new Option('--all', 'print every row, page by page as they arrive').helpGroup('Output:'))
    .addOption(new Option('--max <n>', 'print so many rows of all pages at most').helpGroup('Output:'));
}

/** How many rows are wanted of all pages; `undefined` for the first page alone. @throws InvalidArgumentError */
function wanted({ all, max }: CallCommandOptions): number | undefined {
  if (max === undefined) return all === true ? Number.POSITIVE_INFINITY : undefined;
  if (/^[1-9]\d{0,14}$/.test(max)) return Number(max);
  throw new InvalidArgumentError({ argument: '--max', expected: 'a number of rows, 1 or more', given: max });
}

/** Checks the options of output before anything is sent. @throws InvalidArgumentError for one that is wrong */
export async function checkCallOptions(options: CallCommandOptions): Promise<void> {
  wanted(options);
  await checkOutput(options);
}

const isPaged = (call: Call<unknown>): call is PagedCall<unknown> => 'pages' in call;

/**
 * Prints what a call answers: its first page, or every page.
 *
 * @param output what is known of the answer
 */
export async function printCall(call: Call<unknown>, options: CallCommandOptions, output?: DataType): Promise<void> {
  const rows = wanted(options);
  if (rows === undefined) {
    await printBody(await call.response(), options);
  } else if (isPaged(call)) {
    await (await import('../output/print-pages.js')).printPages(call, options, rows);
  } else {
    throw new InvalidArgumentError({ expected: '--all for an action with pages', given: 'an action without' });
  }
  if (options.fields === undefined) return;
  const [{ tellUnknownFields }, { knownFields }] = await Promise.all([
    import('../output/tell-unknown-fields.js'),
    import('../output/known-fields.js'),
  ]);
  tellUnknownFields(options, await call, output === undefined ? [] : knownFields(output));
}
