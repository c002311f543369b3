import { readFileSync, writeFileSync } from 'node:fs';
import type { RequestListener } from 'node:http';
import { build as esbuild } from 'esbuild';
import { build as viteBuild, createServer as createVite } from 'vite';
import webpack from 'webpack';
import { importMap } from './import-map.ts';
import type { Installed } from './installed.ts';
import { staticFiles } from './static-files.ts';

/** What every trial is served under. */
const POLICY = "script-src 'self'; worker-src 'self'";

/** Serves the program in one way. */
export interface Trial {
  readonly listener: RequestListener;
  close?(): Promise<void>;
}

const served = (folder: string, policy = POLICY): Trial => ({
  listener: staticFiles(folder, { 'content-security-policy': policy }),
});

/** The page beside what a bundler has made. */
function page(installed: Installed, out: string): void {
  writeFileSync(installed.path(out, 'index.html'), readFileSync(installed.path('index.html')));
}

async function viteDev({ folder }: Installed): Promise<Trial> {
  const vite = await createVite({
    root: folder,
    configFile: false,
    logLevel: 'error',
    cacheDir: `${folder}/.vite`,
    server: { middlewareMode: true, hmr: false, ws: false, headers: { 'content-security-policy': POLICY } },
    appType: 'spa',
  });
  return { listener: (incoming, outgoing) => vite.middlewares(incoming, outgoing), close: () => vite.close() };
}

async function viteBuilt({ folder, path }: Installed): Promise<Trial> {
  await viteBuild({ root: folder, configFile: false, logLevel: 'error', build: { outDir: 'vite' } });
  return served(path('vite'));
}

async function esbuilt(installed: Installed): Promise<Trial> {
  await esbuild({
    absWorkingDir: installed.folder,
    // esbuild leaves `new URL('./login-worker.js', import.meta.url)` alone, so the worker is an entry of its own.
    entryPoints: { main: 'main.js', 'login-worker': '@streamone/browser/login-worker' },
    bundle: true,
    splitting: true,
    minify: true,
    format: 'esm',
    outdir: 'esbuild',
    logLevel: 'silent',
  });
  page(installed, 'esbuild');
  return served(installed.path('esbuild'));
}

async function webpacked(installed: Installed): Promise<Trial> {
  const compiler = webpack({
    context: installed.folder,
    mode: 'production',
    entry: './main.js',
    output: { path: installed.path('webpack'), filename: 'main.js' },
    performance: false,
  });
  await new Promise<void>((resolve, reject) => {
    compiler?.run((error, stats) => {
      if (error !== null) reject(error);
      else if (stats?.hasErrors() === true) reject(new Error(stats.toString('errors-only')));
      else compiler.close(() => resolve());
    });
  });
  page(installed, 'webpack');
  return served(installed.path('webpack'));
}

async function unbundled({ folder, path }: Installed): Promise<Trial> {
  const { script, hash } = importMap(path('node_modules'));
  const html = readFileSync(path('index.html'), 'utf8');
  const own = staticFiles(folder, { 'content-security-policy': POLICY.replace("'self'", `'self' ${hash}`) });
  return {
    listener: (incoming, outgoing) => {
      if (incoming.url !== '/') return own(incoming, outgoing);
      // A map can only stand in the page itself, so that a policy has to name it.
      outgoing.setHeader('content-security-policy', POLICY.replace("'self'", `'self' ${hash}`));
      outgoing.setHeader('content-type', 'text/html');
      return outgoing.end(html.replace('<script', `<script type="importmap">${script}</script><script`));
    },
  };
}

/** Every way in which the package is tried. */
export const trials = {
  'Vite, dev': viteDev,
  'Vite, built': viteBuilt,
  esbuild: esbuilt,
  webpack: webpacked,
  'no bundler': unbundled,
} as const satisfies Readonly<Record<string, (installed: Installed) => Promise<Trial>>>;
