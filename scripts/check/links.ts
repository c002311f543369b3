// Checks that links between the documents of the repository lead to a file, and to a heading of it.
import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';

const LINK = /\]\((?<target>[^()\s]+)\)/g;
const documents = globSync(['*.md', '.github/**/*.md', 'docs/**/*.md', 'packages/*/{README,docs/*}.md', 'apps/*/*.md']);

/** A text without its code: what looks like a link there is none. */
const prose = (text: string): string => text.replaceAll(/^```.*?^```/gms, '').replaceAll(/`[^`\n]*`/g, '');

/** What a heading is called in an address, as the usual hosts of repositories make it. */
function anchor(heading: string): string {
  return heading
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
    .trim()
    .replaceAll(/\s/g, '-');
}

/** The headings of a document, or of the one that a folder shows. */
function anchorsOf(path: string): readonly string[] {
  const text = readFileSync(path.endsWith('.md') ? path : join(path, 'README.md'), 'utf8').replaceAll(
    /^```.*?^```/gms,
    '',
  );
  return [...text.matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) => anchor(heading));
}

let checked = 0;
for (const document of documents) {
  for (const { groups } of prose(readFileSync(document, 'utf8')).matchAll(LINK)) {
    const target = groups?.['target'] ?? '';
    if (/^[a-z]+:/.test(target)) continue;
    checked += 1;
    const [path = '', heading] = target.split('#');
    const file = path === '' ? document : normalize(join(dirname(document), path));
    if (existsSync(file) && (heading === undefined || anchorsOf(file).includes(heading))) continue;
    console.error(`${document}: ${target} leads nowhere`);
    process.exitCode = 1;
  }
}
if (checked === 0) throw new Error('no link was found');
console.log(`${documents.length} documents, ${checked} links`);
