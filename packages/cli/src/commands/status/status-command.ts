import { InvalidArgumentError } from '@streamone/node';
import { statusTable } from '@streamone/core/statuses';
import { Command } from 'commander';
import { didYouMean } from '../../output/did-you-mean.js';
import { type OutputOptions, addOutputOptions, checkOutput, outputFormat } from '../../output/output-options.js';
import { printData } from '../../output/print-data.js';
import type { Context } from '../../program/context.js';
import { type GlobalOptions, addGlobalOptions } from '../../program/global-options.js';
import { type ExplainedStatus, actionsOf, explainStatus, findStatuses } from './explain-status.js';

type StatusOptions = GlobalOptions & OutputOptions;

/** The exit code where nothing has what is looked for. */
const NOT_FOUND = 6;

const MORE = `
A code or a whole name explains one status; other words find those whose code, name, kind or meaning has all of them.
Nothing is sent. Code, name and kind are the vendor's; advice and exit code are this program's.

Examples:
  streamone status 120
  streamone status ITEM_NOT_FOUND --query exitCode
  streamone status session
  streamone status --csv`;

/** The one that is named by its code or its whole name. */
function exact(text: string): ExplainedStatus | undefined {
  if (/^-?\d+$/.test(text)) {
    const code = Number(text);
    if (Number.isSafeInteger(code)) return explainStatus(code);
    throw new InvalidArgumentError({ argument: 'status', expected: 'a code as 120, a name, or words', given: text });
  }
  const row = statusTable.find(([, name]) => name === text.toUpperCase());
  return row && explainStatus(row[0]);
}

/** `streamone status [code|name|words]`: explains status codes. */
export function statusCommand(_context: Context): Command {
  const command = new Command('status')
    .description('Explains a status code of the API: what it means and what to do about it.')
    .argument('[code|name|words...]', 'as 120, ITEM_NOT_FOUND or playlist; all of them unless given')
    .addHelpText('after', MORE);
  return addOutputOptions(addGlobalOptions(command)).action(async (words: string[], options: StatusOptions) => {
    await checkOutput(options);
    const text = words.join(' ').trim();
    const one = exact(text);
    if (one !== undefined) return printData({ ...one, actions: actionsOf(one.code) }, options);
    const found = findStatuses(text);
    const narrow = outputFormat(options) === 'table' && options.fields === undefined && options.query === undefined;
    const rows = narrow ? found.map(({ code, name, kind, meaning }) => ({ code, name, kind, meaning })) : found;
    await printData(rows, options);
    if (rows.length === 0) {
      const names = statusTable.map(([, name]) => name);
      if (options.quiet !== true)
        process.stderr.write(`no status has that in it. ${didYouMean(text, names)}`.trim() + '\n');
      process.exitCode = NOT_FOUND;
    }
    return undefined;
  });
}
