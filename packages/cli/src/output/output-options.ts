import { InvalidArgumentError } from '@streamone/node';
import { type Command, Option } from 'commander';
import { fieldNames } from './pick-fields.js';

/** How data is printed. */
export type OutputFormat = 'table' | 'json' | 'ndjson' | 'csv' | 'raw';

/** Options of a command that prints data; `json` is among those that every command has. */
export interface OutputOptions {
  readonly json?: boolean;
  readonly ndjson?: boolean;
  readonly csv?: boolean;
  readonly raw?: boolean;
  /** Fields with commas between them, as `id,account.name`. */
  readonly fields?: string;
  /** A JSONata expression. */
  readonly query?: string;
  readonly quiet?: boolean;
}

const FORMATS = ['json', 'ndjson', 'csv', 'raw'] as const;

/** Gives a command the options of one that prints data. */
export function addOutputOptions(command: Command): Command {
  const add = (flags: string, description: string): void => {
    command.addOption(new Option(flags, description).helpGroup('Output:'));
  };
  add('--ndjson', 'print one line of JSON for each row');
  add('--csv', 'print CSV with a head');
  add('--raw', 'print text as it is, one line for each row');
  add('--fields <names>', 'only these fields, as id,title,account.name');
  add('--query <jsonata>', 'print what a JSONata expression makes of the answer, as $sum(views)');
  return command;
}

/**
 * The form that is asked for: a table on a terminal and JSON elsewhere, unless an option says otherwise.
 *
 * @throws InvalidArgumentError for options that exclude each other.
 */
export function outputFormat(options: OutputOptions): OutputFormat {
  const given = FORMATS.filter((format) => options[format] === true);
  if (given.length > 1) {
    const names = FORMATS.map((format) => `--${format}`).join(', ');
    throw new InvalidArgumentError({
      expected: `one of ${names}`,
      given: given.map((name) => `--${name}`).join(' and '),
    });
  }
  if (options.fields !== undefined && options.query !== undefined) {
    throw new InvalidArgumentError({
      expected: 'either --fields or --query',
      given: 'both',
      advice: 'A query can choose fields itself: --query "$.{\'id\': id}".',
    });
  }
  return given[0] ?? (process.stdout.isTTY ? 'table' : 'json');
}

/**
 * Checks the options before anything is sent: nobody wants to learn of a slip in a query after a write.
 *
 * @throws InvalidArgumentError for options that are wrong or exclude each other.
 */
export async function checkOutput(options: OutputOptions): Promise<void> {
  outputFormat(options);
  if (options.fields !== undefined) fieldNames(options.fields);
  if (options.query !== undefined) (await import('./run-query.js')).checkQuery(options.query);
}
