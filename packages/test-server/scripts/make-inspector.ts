/**
 * Makes the inspector's page: bundles src/inspector/page into one script, and puts it with the HTML and
 * the style sheet into a module of texts, so that it is served alike from a package, in process and in a
 * browser. Run it as `node packages/test-server/scripts/make-inspector.ts` after a change;
 * `--check` tells whether that was forgotten.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { inspectorModule } from './inspector-module.ts';

const path = new URL('../src/inspector/page.generated.ts', import.meta.url);
const module = await inspectorModule();

if (!process.argv.includes('--check')) {
  writeFileSync(path, module);
  console.log(`page.generated.ts: ${module.length} bytes`);
} else if (readFileSync(path, 'utf8') !== module) {
  console.error('page.generated.ts is not up to date: run node packages/test-server/scripts/make-inspector.ts');
  process.exitCode = 1;
}
