import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Application } from 'typedoc';
import type { PluginOptions } from 'typedoc-plugin-markdown';
import { markComments } from './marked-comments.ts';
import type { Module } from './modules.ts';

const OPTIONS = {
  readme: 'none',
  entryFileName: 'index',
  hidePageHeader: true,
  useCodeBlocks: true,
  parametersFormat: 'table',
  interfacePropertiesFormat: 'table',
  typeAliasPropertiesFormat: 'table',
  sanitizeComments: true,
} as const satisfies Partial<PluginOptions> & { readonly readme: string };

/** The folder that TypeDoc names after the scope of the packages. */
const SCOPE = '@streamone/';

/** Has the way back lead to the page of all packages, which is our own. */
function withOwnTop(text: string): string {
  return text.replace(/^\[streamone-toolkit\]\([^)]*\)/, '[Packages](/packages/)');
}

async function readPages(folder: string): Promise<Map<string, string>> {
  const paths = await readdir(join(folder, SCOPE), { recursive: true });
  const pages = new Map<string, string>();
  for (const path of paths.filter((each) => each.endsWith('.md'))) {
    const text = await readFile(join(folder, SCOPE, path), 'utf8');
    pages.set(path, `---\neditLink: false\noutline: [2, 3]\n---\n\n${withOwnTop(text)}`);
  }
  return pages;
}

/**
 * What the doc comments of modules say, as pages by their paths: `core/catalogue/interfaces/Item.md`.
 *
 * @throws Error where a module is not found, or says something that TypeDoc can't link
 */
export async function modulePages(modules: readonly Module[]): Promise<Map<string, string>> {
  const folder = await mkdtemp(join(tmpdir(), 'streamone-docs-'));
  const app = await Application.bootstrapWithPlugins({
    ...OPTIONS,
    out: folder,
    entryPoints: modules.map(({ file }) => file),
    tsconfig: fileURLToPath(new URL('tsconfig.json', import.meta.url)),
    plugin: ['typedoc-plugin-markdown', 'typedoc-vitepress-theme'],
    // The types are checked with the packages' own settings, elsewhere.
    skipErrorChecking: true,
    disableSources: true,
    excludeInternal: true,
    excludePrivate: true,
    excludeExternals: true,
    blockTags: ['@throws', '@returns', '@param', '@typeParam', '@example', '@documented', '@observed', '@inferred'],
    logLevel: 'Warn',
  });
  app.options.setValue('docsRoot', folder);
  const project = await app.convert();
  if (project === undefined) throw new Error('TypeDoc could not read the packages');
  markComments(project);
  for (const child of project.children ?? []) {
    const source = modules.find(({ file }) => file.replace(/(\/index)?\.ts$/, '').endsWith(`/${child.name}`));
    if (source === undefined) throw new Error(`TypeDoc found a module that is not asked for: ${child.name}`);
    child.name = source.name;
  }
  await app.generateOutputs(project);
  const pages = await readPages(folder);
  await rm(folder, { recursive: true, force: true });
  return pages;
}
