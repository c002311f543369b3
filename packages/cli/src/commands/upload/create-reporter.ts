import type { UploadFile } from './upload-file.js';
import { type UploadReporter, quietReporter } from './upload-reporter.js';

/** How progress is told; `auto` is bars on a terminal, lines elsewhere. */
export type ReporterName = 'auto' | 'bar' | 'lines' | 'json' | 'none';

/** The reporter that is asked for; only its own module is loaded. */
export async function createReporter(
  { progress, quiet }: { readonly progress: ReporterName; readonly quiet?: boolean },
  files: readonly UploadFile[],
): Promise<UploadReporter> {
  const bars = process.stderr.isTTY && process.env['TERM'] !== 'dumb';
  if (progress === 'json') return (await import('./json-reporter.js')).jsonReporter();
  if (progress === 'none' || quiet === true) return quietReporter;
  if (progress === 'lines' || !bars) return (await import('./line-reporter.js')).lineReporter();
  return (await import('./bar-reporter.js')).barReporter(files);
}
