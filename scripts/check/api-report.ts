// Reports every public name and its type to `api/`, so that a review sees what changes for users; `--check` only compares.
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { apiEntries } from './api-entries.ts';
import { firstDifference } from './first-difference.ts';
import { makeApiReports } from './make-api-reports.ts';

const KEPT = 'api';
const checks = process.argv.includes('--check');
const folder = mkdtempSync(join(tmpdir(), 'streamone-api-'));
const read = (path: string): string => (existsSync(path) ? readFileSync(path, 'utf8') : '');

try {
  const entries = apiEntries();
  if (entries.length === 0) throw new Error('no entry was found');
  const reports = makeApiReports(entries, folder);
  const stale = readdirSync(KEPT).filter((name) => name.endsWith('.api.md') && !reports.includes(name));
  const changed = reports.filter((name) => read(join(folder, name)) !== read(join(KEPT, name)));
  if (checks) {
    for (const name of changed) {
      console.error(`${KEPT}/${name}: ${firstDifference(read(join(KEPT, name)), read(join(folder, name)))}`);
    }
    for (const name of stale) console.error(`${KEPT}/${name}: there is no such entry any more`);
    if (changed.length + stale.length > 0) {
      console.error('The public API has changed. If that is meant: npm run generate, and commit what it changes.');
      process.exitCode = 1;
    }
  } else {
    for (const name of changed) writeFileSync(join(KEPT, name), read(join(folder, name)));
    for (const name of stale) rmSync(join(KEPT, name));
  }
  console.log(`${reports.length} entries, ${changed.length} reports ${checks ? 'differ' : 'written'}`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
