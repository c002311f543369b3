import type { OutputFormat } from './output-options.js';

/** Prints rows as they come, and keeps none of them. */
export interface RowWriter {
  /** Prints some more rows. */
  write(rows: readonly unknown[]): Promise<void>;
  /** Prints what belongs behind the last row. */
  end(): Promise<void>;
}

/** What a writer may know of its rows. */
export interface RowWriterOptions {
  /** Fields that are asked for; all that hold something unless given. */
  readonly fields?: readonly string[] | undefined;
  /** IANA zone that a table shows dates in. */
  readonly zone: string;
  readonly quiet?: boolean | undefined;
}

/** The writer of a form; only its own module is loaded. */
export async function rowWriter(format: OutputFormat, options: RowWriterOptions): Promise<RowWriter> {
  switch (format) {
    case 'csv':
      return (await import('./csv-writer.js')).csvWriter(options);
    case 'table':
      return (await import('./table-writer.js')).tableWriter(options);
    case 'ndjson':
    case 'raw':
      return (await import('./line-writer.js')).lineWriter(format === 'raw', options);
    default:
      return (await import('./json-writer.js')).jsonWriter(options);
  }
}
