import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { ROOT } from './documents.ts';

/** As much of esbuild as is needed here; it is the browser package's. */
interface Bundler {
  readonly build: (options: object) => Promise<{ readonly outputFiles: readonly { readonly text: string }[] }>;
}

const { build } = createRequire(`${ROOT}packages/browser/package.json`)('esbuild') as Bundler;

/** Makes one script of a page's program, which gives its function the name `runPage`. */
export async function bundlePage(file: string): Promise<string> {
  const contents = `import run from ${JSON.stringify(file)}; globalThis.runPage = run;`;
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: dirname(file), loader: 'ts' },
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'browser',
    target: 'es2023',
    logLevel: 'silent',
  });
  return outputFiles[0]?.text ?? '';
}
