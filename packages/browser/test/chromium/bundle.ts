import { fileURLToPath } from 'node:url';
import { type Plugin, build } from 'esbuild';

const PACKAGES = new URL('../../../', import.meta.url);

/** Sources in the place of what is built, as the tests in Node have it. */
const sources: Plugin = {
  name: 'sources',
  setup(building) {
    building.onResolve({ filter: /^@streamone\// }, ({ path }) => {
      const [, name = '', part = ''] = path.split('/');
      return { path: fileURLToPath(new URL(`${name}/src/${part === '' ? '' : `${part}/`}index.ts`, PACKAGES)) };
    });
  },
};

/** Bundles modules for a page, from the sources. @returns text by file name, as `page.js` */
export async function bundle(entries: Readonly<Record<string, string>>): Promise<ReadonlyMap<string, string>> {
  const { outputFiles } = await build({
    entryPoints: entries,
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'browser',
    target: 'es2023',
    outdir: '/',
    write: false,
    logLevel: 'silent',
    plugins: [sources],
  });
  return new Map(outputFiles.map(({ path, text }) => [path.slice(1), text]));
}

/** The path of a source of this package, for {@link bundle}. */
export function source(path: string): string {
  return fileURLToPath(new URL(`../../${path}`, import.meta.url));
}
