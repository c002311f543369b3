import { isTestFile } from './all-blocks.ts';
import type { CodeBlock } from './code-block.ts';
import { nestedCode } from './nested-code.ts';
import type { PageProgram } from './page-program.ts';

/** What a page's program is given, and by which file. */
export interface PreludeSource {
  /** The folder that its programs are in; `node` has the prelude `node-prelude.ts`. */
  readonly part: 'node' | 'browser';
  readonly names: readonly string[];
}

/** A name for a file, of a path. */
const fileNameOf = (page: string): string => page.replace(/\.md$/, '').replaceAll(/[^A-Za-z0-9-]+/g, '_');

/**
 * Makes one program of a page's blocks: each stands within the one above it, so that it sees what was declared and
 * imported there and may declare it anew. A file of tests is compiled beside them.
 */
export function assemblePage(page: string, blocks: readonly CodeBlock[], prelude: PreludeSource): PageProgram {
  const typeImports = new Set<string>();
  const body: string[] = [];
  const bodyLines: number[] = [];
  const add = (line: number, ...texts: string[]): void => {
    for (const [at, text] of texts.entries()) {
      body.push(text);
      bodyLines.push(line === 0 ? 0 : line + at);
    }
  };
  let open = 0;
  for (const block of blocks) {
    const nested = nestedCode(block.code);
    for (const line of nested.typeImports) typeImports.add(line);
    add(0, isTestFile(block) ? 'void (async () => {' : `{ at(${block.line});`);
    add(block.line, ...nested.code.split('\n'));
    if (isTestFile(block)) add(0, '});');
    else open += 1;
  }
  const head = [
    `import type { Prelude } from '../../${prelude.part}-prelude.ts';`,
    ...typeImports,
    `export default async ({ ${['at', ...prelude.names].join(', ')} }: Prelude): Promise<void> => {`,
  ];
  return {
    page,
    file: `${prelude.part}/${fileNameOf(page)}.ts`,
    source: [...head, ...body, '}'.repeat(open), '};', ''].join('\n'),
    lines: [...head.map(() => 0), ...bodyLines],
  };
}
