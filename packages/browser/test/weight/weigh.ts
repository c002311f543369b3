import { readFileSync, writeFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { build as esbuild } from 'esbuild';
import { type Rolldown, build as viteBuild } from 'vite';
import type { Installed } from '../trials/installed.ts';

/** The programs that are weighed: the client with three commands, and nothing else. */
const ENTRY = `import { createClient } from '@streamone/browser';
import { itemCommand, livestreamCommand, userCommand } from '@streamone/core/catalogue';
globalThis.client = createClient({ commands: [itemCommand, livestreamCommand, userCommand] });
`;

/** A file that a bundler made. */
interface Chunk {
  readonly name: string;
  readonly code: string;
  /** Files that are loaded with it. */
  readonly needs: readonly string[];
  /** The modules in it. */
  readonly modules: readonly string[];
}

/** What a program loads, in gzipped bytes, and the texts that are in it. */
export interface Weight {
  /** What is loaded before the first call: the client without login and uploads. */
  readonly client: number;
  /** The same with what the first login and the first upload load, bcrypt and its worker aside. */
  readonly withBoth: number;
  /** The text of all that. */
  readonly code: string;
  /** The modules in it. */
  readonly modules: readonly string[];
}

/** A part that is loaded with the first login or the first upload, by a module of it. */
const BOTH = [
  /browser\/dist\/login\/login\.js$/,
  /browser\/dist\/session\/person-access\.js$/,
  /browser\/dist\/upload\/upload\.js$/,
];

function weighChunks(chunks: readonly Chunk[], entry: string): Weight {
  const closure = (names: readonly string[], known = new Set<string>()): ReadonlySet<string> => {
    for (const name of names.filter((one) => !known.has(one))) {
      known.add(name);
      closure(chunks.find((chunk) => chunk.name === name)?.needs ?? [], known);
    }
    return known;
  };
  const both = chunks.filter(({ modules }) => modules.some((one) => BOTH.some((part) => part.test(one))));
  const sum = (names: ReadonlySet<string>): number =>
    chunks
      .filter(({ name }) => names.has(name))
      .reduce((total, { code }) => total + gzipSync(code, { level: 9 }).length, 0);
  const all = closure([entry, ...both.map(({ name }) => name)]);
  const loaded = chunks.filter(({ name }) => all.has(name));
  return {
    client: sum(closure([entry])),
    withBoth: sum(all),
    code: loaded.map(({ code }) => code).join('\n'),
    modules: loaded.flatMap(({ modules }) => modules),
  };
}

async function byEsbuild({ folder, path }: Installed): Promise<Weight> {
  writeFileSync(path('weighed.js'), ENTRY);
  const { metafile, outputFiles } = await esbuild({
    absWorkingDir: folder,
    entryPoints: ['weighed.js'],
    bundle: true,
    splitting: true,
    minify: true,
    format: 'esm',
    target: 'es2023',
    outdir: 'weighed',
    metafile: true,
    write: false,
    logLevel: 'silent',
  });
  const chunks = Object.entries(metafile.outputs).map(([name, { imports, inputs }]) => ({
    name,
    code: outputFiles.find((file) => file.path.endsWith(name))?.text ?? '',
    needs: imports.filter(({ kind }) => kind === 'import-statement').map((one) => one.path),
    modules: Object.entries(inputs).flatMap(([module, { bytesInOutput }]) => (bytesInOutput > 0 ? [module] : [])),
  }));
  return weighChunks(chunks, 'weighed/weighed.js');
}

async function byVite({ folder, path }: Installed): Promise<Weight> {
  writeFileSync(path('weighed.js'), ENTRY);
  const built = (await viteBuild({
    root: folder,
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      target: 'es2023',
      modulePreload: { polyfill: false },
      rolldownOptions: { input: path('weighed.js') },
    },
  })) as Rolldown.RolldownOutput;
  const chunks = built.output.flatMap((one) =>
    one.type === 'chunk' ? [{ name: one.fileName, code: one.code, needs: one.imports, modules: one.moduleIds }] : [],
  );
  return weighChunks(chunks, built.output[0].fileName);
}

/** How programs are bundled and weighed. */
export const scales = { esbuild: byEsbuild, vite: byVite } as const;

function textsIn(file: string, pattern: RegExp): string[] {
  const source = readFileSync(new URL(`../../../core/src/${file}`, import.meta.url), 'utf8');
  return [...source.matchAll(pattern)].map(([, text = '']) => text);
}

/** Texts of the catalogue that only people read: none of them may be in a bundle. */
export function prose(): readonly string[] {
  const descriptions = textsIn('catalogue/descriptions.generated.ts', /"description": "([^"\\]{20,})"/g);
  const meanings = textsIn('statuses/status-meanings.ts', /'([^'\n\\]{20,})'/g);
  return [...new Set([...descriptions, ...meanings])];
}
