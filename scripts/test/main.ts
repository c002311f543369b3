// `npm test`: everything that is checked, the build, then checks and tests, two at a time. It changes nothing on the system
// and leaves nothing in the tree but what git ignores. The last line counts tests and steps: "N passed, N failed".
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { leftOut } from './left-out.ts';
import { type Step, runSideBySide, runStep } from './run-step.ts';
import { vitestCounts } from './vitest-counts.ts';

const folder = mkdtempSync(join(tmpdir(), 'streamone-test-'));
const missing = leftOut();
for (const line of missing) console.log(line);

const node = process.execPath;
const build = await runStep(['build', 'turbo', 'run', 'build', '--output-logs=errors-only']);
const checks = await runSideBySide([
  // The longest first, so that the others fill the time beside it.
  ['types', node, 'scripts/test/check-types.ts'],
  ['lint', 'oxlint', '--type-aware', '--deny-warnings'],
  ['format', 'oxfmt', '--check', '.'],
  ['descriptions are up to date', node, 'packages/core/scripts/extract-descriptions.ts', '--check'],
  ["the commands' man page and reference are up to date", node, 'packages/cli/scripts/generate.ts', '--check'],
  ['every export has a doc comment', node, 'scripts/test/check-doc-comments.ts'],
  ['nothing is left unused', 'knip'],
  ['the public API is the one in api/', node, 'scripts/check/api-report.ts', '--check'],
  ['packages import what they may, as drawn', node, 'scripts/check/package-graph.ts', '--check'],
  ['links in the documents lead somewhere', node, 'scripts/check/links.ts'],
  ['sizes are within their budgets', 'size-limit'],
  ['packages are fit to be published', node, 'scripts/check/packed.ts'],
  ['the oldest Node and the newest run them', node, 'scripts/node-versions/main.ts'],
]);

const reportOf = (name: string): string => join(folder, `${name}.json`);
const vitest = (name: string, workers: number, ...projects: readonly string[]): Step => [
  name,
  'vitest',
  'run',
  `--maxWorkers=${workers}`,
  ...projects.map((project) => `--project=${project}`),
  '--reporter=default',
  '--reporter=json',
  `--outputFile.json=${reportOf(name)}`,
];
// Two cores carry one Chromium and, beside it, two files of what drives none or little and waits much.
const tests = await runSideBySide([
  vitest('tests in a browser', 1, 'browser', 'page*', 'studio'),
  vitest('all other tests', 2, '!browser', '!page*', '!studio'),
]);
const results = [build, ...checks];

const counts = tests.map(({ name, ok }) => {
  const { failed, ...others } = vitestCounts(reportOf(name));
  // vitest may fail without a failed test: an error that nobody caught, a file that does not load.
  return { ...others, failed: ok ? failed : Math.max(1, failed) };
});
rmSync(folder, { recursive: true, force: true });
const sum = (of: 'passed' | 'failed' | 'skipped'): number => counts.reduce((all, each) => all + each[of], 0);
const nothingMayBeMissing = process.env['CI'] === 'true';
const passed = sum('passed') + results.filter(({ ok }) => ok).length;
const failed = sum('failed') + results.filter(({ ok }) => !ok).length + (nothingMayBeMissing ? missing.length : 0);

console.log('');
for (const { name, ok, took } of results) console.log(`${ok ? 'ok    ' : 'FAILED'} ${name} (${took.toFixed(1)} s)`);
for (const line of missing) console.log(line);
const skipped = sum('skipped') > 0 ? `, ${sum('skipped')} skipped` : '';
console.log(`${passed} passed, ${failed} failed${skipped}`);
process.exitCode = failed === 0 ? 0 : 1;
