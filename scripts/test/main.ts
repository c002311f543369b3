// `npm test`: everything that is checked, one step after the other. It changes nothing on the system
// and leaves nothing in the tree. The last line counts tests and steps: "N passed, N failed".
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { leftOut } from './left-out.ts';
import { type StepResult, runStep } from './run-step.ts';
import { vitestCounts } from './vitest-counts.ts';

const folder = mkdtempSync(join(tmpdir(), 'streamone-test-'));
const report = join(folder, 'vitest.json');
const missing = leftOut();
for (const line of missing) console.log(line);

const results: StepResult[] = [];
const step = async (name: string, command: string, ...args: string[]): Promise<void> => {
  results.push(await runStep(name, command, args));
};

await step('build', 'turbo', 'run', 'build', '--output-logs=errors-only');
await step('lint', 'oxlint', '--type-aware', '--deny-warnings');
await step('format', 'oxfmt', '--check', '.');
await step('descriptions are up to date', process.execPath, 'packages/core/scripts/extract-descriptions.ts', '--check');
await step(
  "the commands' man page and reference are up to date",
  process.execPath,
  'packages/cli/scripts/generate.ts',
  '--check',
);
await step('every export has a doc comment', process.execPath, 'scripts/test/check-doc-comments.ts');
await step('types', process.execPath, 'scripts/test/check-types.ts');
await step('nothing is left unused', 'knip');
await step('the public API is the one in api/', process.execPath, 'scripts/check/api-report.ts', '--check');
await step('packages import what they may, as drawn', process.execPath, 'scripts/check/package-graph.ts', '--check');
await step('links in the documents lead somewhere', process.execPath, 'scripts/check/links.ts');
await step('sizes are within their budgets', 'size-limit');
await step('packages are fit to be published', process.execPath, 'scripts/check/packed.ts');
await step('the oldest Node and the newest run them', process.execPath, 'scripts/node-versions/main.ts');
const tests = await runStep('tests', 'vitest', [
  'run',
  '--reporter=default',
  '--reporter=json',
  `--outputFile.json=${report}`,
]);

const counts = vitestCounts(report);
rmSync(folder, { recursive: true, force: true });
// vitest may fail without a failed test: an error that nobody caught, a file that does not load.
const broken = !tests.ok && counts.failed === 0 ? 1 : 0;
const nothingMayBeMissing = process.env['CI'] === 'true';
const passed = counts.passed + results.filter(({ ok }) => ok).length;
const failed =
  counts.failed + broken + results.filter(({ ok }) => !ok).length + (nothingMayBeMissing ? missing.length : 0);

console.log('');
for (const { name, ok, took } of results) console.log(`${ok ? 'ok    ' : 'FAILED'} ${name} (${took.toFixed(1)} s)`);
for (const line of missing) console.log(line);
const skipped = counts.skipped > 0 ? `, ${counts.skipped} skipped` : '';
console.log(`${passed} passed, ${failed} failed${skipped}`);
process.exitCode = failed === 0 ? 0 : 1;
