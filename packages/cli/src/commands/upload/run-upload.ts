import { InvalidArgumentError, type UploadFields } from '@streamone/node';
import { type OutputOptions, checkOutput, outputFormat } from '../../output/output-options.js';
import { fieldNames } from '../../output/pick-fields.js';
import { printData } from '../../output/print-data.js';
import { rowWriter } from '../../output/row-writer.js';
import type { Context } from '../../program/context.js';
import type { GlobalOptions } from '../../program/global-options.js';
import { findFiles } from './find-files.js';
import { openJournalFor } from './open-journal-for.js';
import { type ReporterName, createReporter } from './create-reporter.js';
import { uploadAll } from './upload-all.js';
import type { UploadResult, UploadRow } from './upload-file.js';

/** Options of the command. */
export interface UploadCommandOptions extends GlobalOptions, OutputOptions {
  readonly title?: string;
  readonly description?: string;
  readonly author?: string;
  readonly archived?: boolean;
  readonly item?: string;
  readonly replaceItem?: string;
  readonly as: 'file' | 'thumbnail' | 'selected-thumbnail';
  /** True, or a number of seconds. */
  readonly wait?: boolean | string;
  readonly concurrency: string;
  readonly progress: ReporterName;
  readonly again?: boolean;
  /** A path, or false. */
  readonly state?: string | false;
}

const KINDS = { file: undefined, thumbnail: 1, 'selected-thumbnail': 2 } as const;
const WAIT = 600;

function numberOf(argument: string, text: string, least: number, most: number): number {
  const value = Number(text);
  if (/^\d+$/.test(text) && value >= least && value <= most) return value;
  throw new InvalidArgumentError({ argument, expected: `a whole number from ${least} to ${most}`, given: text });
}

function checkTarget(names: readonly string[], { title, item, replaceItem }: UploadCommandOptions): void {
  const several = new Set(names).size > 1;
  if (item !== undefined && replaceItem !== undefined) {
    throw new InvalidArgumentError({ expected: 'either --item or --replace-item', given: 'both' });
  }
  if (several && replaceItem !== undefined) {
    throw new InvalidArgumentError({ argument: '--replace-item', expected: 'one file', given: `${names.length}` });
  }
  if (several && title !== undefined && !title.includes('{name}')) {
    const expected = 'a title with {name} in it, for several files';
    throw new InvalidArgumentError({ argument: '--title', expected, given: title });
  }
}

function fieldsOf(options: UploadCommandOptions): UploadFields {
  const { description, author, archived, item, replaceItem: replaceitem, as } = options;
  return { description, author, archived, item, replaceitem, thumbnail: KINDS[as] };
}

/** The title that the item was given; of one that was made before it isn't known. */
const titleOf = ({ file, status }: Pick<UploadResult, 'file' | 'status'>): string | undefined =>
  status === 'skipped' ? undefined : file.title;

const rowOf = ({ file, status, itemId, error }: UploadResult): UploadRow => ({
  file: file.name,
  status,
  item: itemId ?? null,
  title: titleOf({ file, status }) ?? null,
  error: error?.message ?? null,
});

/** Lines can be printed as each file is over; where bars are shown on the same terminal, they would meet. */
async function rowPrinter(options: UploadCommandOptions): Promise<{
  readonly each: (result: UploadResult) => Promise<void>;
  readonly end: (results: readonly UploadResult[]) => Promise<void>;
}> {
  const format = outputFormat(options);
  const { query, fields, quiet } = options;
  if (format === 'json' || format === 'table' || query !== undefined || process.stdout.isTTY) {
    return { each: async () => undefined, end: (results) => printData(results.map(rowOf), options) };
  }
  const names = fields === undefined ? undefined : fieldNames(fields);
  const writer = await rowWriter(format, { fields: names, zone: 'UTC', quiet });
  return { each: (result) => writer.write([rowOf(result)]), end: () => writer.end() };
}

/** Tells a newcomer why the new item is in no list. */
function tellArchived(results: readonly UploadResult[], options: UploadCommandOptions): void {
  const { item, replaceItem, archived, progress, quiet } = options;
  if (item !== undefined || replaceItem !== undefined || archived !== undefined) return;
  if (quiet === true || progress === 'json' || progress === 'none') return;
  const made = results.filter(({ status }) => status === 'uploaded' || status === 'playable').length;
  if (made === 0) return;
  const what = made === 1 ? 'the new item is archived' : `the ${made} new items are archived`;
  process.stderr.write(`${what}: \`streamone item view --archived\` lists what is, --no-archived uploads into sight\n`);
}

/**
 * Uploads the files and prints what became of each.
 *
 * @throws InvalidArgumentError before anything is sent; the signal's reason when it was interrupted.
 */
export async function runUpload(
  context: Context,
  names: readonly string[],
  options: UploadCommandOptions,
): Promise<void> {
  const { signal } = context;
  await checkOutput(options);
  checkTarget(names, options);
  const concurrency = numberOf('--concurrency', options.concurrency, 1, 16);
  const seconds = options.wait === true ? String(WAIT) : options.wait || undefined;
  const wait = seconds === undefined ? undefined : numberOf('--wait', seconds, 1, 86_400) * 1000;
  const isOld = options.item !== undefined || options.replaceItem !== undefined;
  const files = await findFiles(names, (stem) => {
    if (options.title === undefined) return isOld ? undefined : stem;
    return options.title.replaceAll('{name}', () => stem);
  });
  const settings = await context.settings(options);
  const client = await context.client(options);
  const journal = openJournalFor(context, settings, options);
  const reporter = await createReporter(options, files);
  const printer = await rowPrinter(options);
  let results: readonly UploadResult[] = [];
  const plan = {
    client,
    fields: fieldsOf(options),
    reporter,
    journal,
    again: options.again === true,
    wait,
    allowInsecure: settings.insecure.value,
    signal,
  };
  try {
    results = await uploadAll(files, plan, concurrency, printer.each);
  } finally {
    reporter.close();
  }
  await printer.end(results);
  if (process.stderr.isTTY) {
    const { rememberIds } = await import('../../completion/remember-ids.js');
    // What is skipped was kept, with its title, when it was uploaded.
    const made = results.filter(({ status }) => status !== 'skipped');
    const rows = made.map(({ itemId, file }) => ({ id: itemId, title: file.title }));
    await rememberIds(context.env, options, 'item', rows);
  }
  tellArchived(results, options);
  const left = results.filter(({ itemId }) => itemId === undefined);
  if (left.length > 0 && (signal.aborted || left.some(({ status }) => status === 'not begun'))) {
    const how = journal === undefined ? 'upload only those' : 'run the same command again';
    const text = `${results.length - left.length} of ${results.length} are uploaded; to go on with the rest, ${how}`;
    if (options.progress === 'json') process.stderr.write(`${JSON.stringify({ event: 'note', text })}\n`);
    else process.stderr.write(`${text}\n`);
  }
  signal.throwIfAborted();
  const worst = Math.max(0, ...results.map(({ code }) => code));
  if (worst > 0) process.exitCode = worst;
}
