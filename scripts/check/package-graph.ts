// Draws the packages and what imports what, from the imports themselves, into docs/architecture.md; `--check` only compares.
// Fails in either case where a package imports what it must not know of.
import { readFileSync, writeFileSync } from 'node:fs';
import { type ImportingPackage, importGraph } from './import-graph.ts';

const PAGE = 'docs/architecture.md';
const [BEGIN, END] = ['<!-- drawn by npm run generate -->', '<!-- end of the drawing -->'];

/** What each package may import of the others. The test server knows no client: it verifies on its own path. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  core: [],
  client: ['core'],
  node: ['core', 'client'],
  browser: ['core', 'client'],
  'test-server': ['core'],
  cli: ['core', 'node', 'test-server'],
};

const nameOf = ({ folder }: ImportingPackage): string => folder.replace(/^.*\//, '');

function box(one: ImportingPackage): string {
  const name = nameOf(one);
  if (one.folder.startsWith('apps/')) return `  ${name}(["apps/${name}"])`;
  const others = one.others.filter((other) => !['msw', 'vitest'].includes(other));
  return `  ${name}["<b>${name}</b>${others.length > 0 ? `<br><small>${others.join('<br>')}</small>` : ''}"]`;
}

function drawing(graph: readonly ImportingPackage[]): string {
  const arrows = graph.flatMap((one) => one.ours.map((other) => `  ${nameOf(one)} --> ${other}`));
  const lines = ['flowchart BT', ...graph.map(box), ...arrows];
  return `${BEGIN}\n\n\`\`\`mermaid\n${lines.join('\n')}\n\`\`\`\n\n${END}`;
}

const graph = importGraph();
for (const one of graph.filter(({ folder }) => folder.startsWith('packages/'))) {
  for (const other of one.ours.filter((name) => !MAY_IMPORT[nameOf(one)]?.includes(name))) {
    console.error(`${nameOf(one)} imports ${other}, which it must not know of: ${PAGE}`);
    process.exitCode = 1;
  }
}

const page = readFileSync(PAGE, 'utf8');
const [before, rest = ''] = page.split(BEGIN);
const after = rest.split(END)[1];
if (before === undefined || after === undefined) throw new Error(`${PAGE} has no place for the drawing`);
const drawn = before + drawing(graph) + after;
if (!process.argv.includes('--check')) writeFileSync(PAGE, drawn);
else if (drawn !== page) {
  console.error(`The drawing in ${PAGE} is not what packages import: npm run generate`);
  process.exitCode = 1;
}
console.log(`${graph.length} packages drawn`);
