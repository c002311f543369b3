// Loads every entry of every package, by `import` and by `require`: run by the Node that is tried.
import { readFileSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';

/** These belong into a page, a worker or a test of vitest's; that they can be found is all that is looked at. */
const ELSEWHERE = new Set(['@streamone/browser/login-worker', '@streamone/test-server/vitest']);

let loaded = 0;
for (const folder of readdirSync('packages').map((name) => resolve('packages', name))) {
  const { name, exports } = JSON.parse(readFileSync(`${folder}/package.json`, 'utf8')) as {
    readonly name: string;
    readonly exports: Readonly<Record<string, unknown>>;
  };
  const require = createRequire(`${folder}/package.json`);
  for (const entry of Object.keys(exports).map((subpath) => name + subpath.slice(1))) {
    // A package may name itself.
    const path = require.resolve(entry);
    if (ELSEWHERE.has(entry) || path.endsWith('.json')) continue;
    const imported = (await import(path)) as Readonly<Record<string, unknown>>;
    const required = require(entry) as Readonly<Record<string, unknown>>;
    const names = Object.keys(imported).filter((one) => imported[one] !== required[one]);
    if (names.length > 0) throw new Error(`${entry} is another by require than by import: ${names.join(', ')}`);
    if (Object.keys(imported).length === 0) throw new Error(`${entry} exports nothing`);
    loaded += 1;
  }
}
console.log(`${loaded} entries`);
