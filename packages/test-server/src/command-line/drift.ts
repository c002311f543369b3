import { parseArgs } from 'node:util';
import { checkDrift } from '../recording/check-drift.js';
import { driftText } from '../recording/drift/drift-text.js';
import { readRecordings } from '../recording/read-recordings.js';
import { folderOf } from './folder-of.js';
import { driftHelp } from './recording-texts.js';

const options = {
  json: { type: 'boolean', default: false },
  help: { type: 'boolean', short: 'h', default: false },
} as const;

/** Runs `drift`: tells where recordings differ from the catalogue, and ends with 1 where they do. */
export async function drift(args: readonly string[], name: string): Promise<void> {
  const { values, positionals } = parseArgs({ args: [...args], options, strict: true, allowPositionals: true });
  if (values.help) {
    process.stdout.write(driftHelp(name));
    return;
  }
  const reports = checkDrift(await readRecordings(folderOf(positionals)));
  process.stdout.write(values.json ? `${JSON.stringify(reports)}\n` : `${driftText(reports)}\n`);
  if (reports.length > 0) process.exitCode = 1;
}
