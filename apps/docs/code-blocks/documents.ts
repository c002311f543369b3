import { globSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The root of the repository, with a slash behind it. */
export const ROOT = fileURLToPath(new URL('../../../', import.meta.url));

/**
 * The texts whose code is tested, from the root: every README, and every page of the site, generated ones too. Those
 * that TypeDoc makes are left out: their blocks are declarations that the compiler printed.
 */
export function documents(): string[] {
  const patterns = ['README.md', 'packages/*/README.md', 'apps/*/README.md', 'apps/docs/site/**/*.md'];
  return globSync(patterns, { cwd: ROOT, exclude: ['**/node_modules/**', 'apps/docs/site/packages/**'] }).toSorted();
}
