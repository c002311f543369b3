// Writes what is told of the commands elsewhere than in their help: the man page, the Markdown reference, and the tree
// that completion answers from (part of the build, so in dist). With --check it only says whether the first two are up
// to date; with --completion it writes the last alone.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import './source-hooks.ts';

const place = (path: string): string => fileURLToPath(new URL(`../${path}`, import.meta.url));
const read = (path: string): string | undefined => {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
};

// Loaded once the hooks are there.
const { describeTree } = await import('./describe-tree.ts');
const { completionTree } = await import('./completion-tree.ts');
const { manPage } = await import('./man-page.ts');
const { markdownReference } = await import('./markdown-reference.ts');

const [mode, folder = place('dist')] = process.argv.slice(2);
const program = await describeTree();
const pages = [
  [place('man/streamone.1'), manPage(program)],
  [place('docs/reference.md'), markdownReference(program)],
] as const;

if (mode === '--check') {
  const old = pages.filter(([path, text]) => read(path) !== text).map(([path]) => path);
  for (const path of old) console.error(`${path} is not up to date: npm run generate (in packages/cli)`);
  process.exitCode = old.length === 0 ? 0 : 1;
} else {
  mkdirSync(folder, { recursive: true });
  writeFileSync(`${folder}/completion.json`, JSON.stringify(completionTree(program)));
  if (mode !== '--completion') {
    for (const [path, text] of pages) {
      mkdirSync(new URL('.', `file://${path}`), { recursive: true });
      writeFileSync(path, text);
    }
  }
}
