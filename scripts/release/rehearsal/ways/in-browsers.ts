import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkTold } from '../check-told.ts';
import { type FreshProject, freshProject } from '../fresh-project.ts';
import { inPage, needChromium } from '../in-page.ts';
import type { Rehearsal } from '../perform.ts';

/** A way to build a page into `dist`. */
interface Bundler {
  readonly name: string;
  readonly packages: readonly string[];
  readonly build: (project: FreshProject) => Promise<unknown>;
}

const page = ({ folder }: FreshProject): void =>
  copyFileSync(join(folder, 'index.html'), join(folder, 'dist/index.html'));

const vite: Bundler = {
  name: 'Vite',
  packages: ['vite@8.3.8'],
  build: ({ run }) => run('vite', 'build', '--logLevel', 'warn'),
};

const esbuild: Bundler = {
  name: 'esbuild',
  packages: ['esbuild@0.28.2'],
  async build(project) {
    // It leaves `new URL('./login-worker.js', import.meta.url)` alone, so that the worker is an entry of its own.
    const entries = ['page=page.mjs', 'login-worker=@streamone/browser/login-worker'];
    const options = ['--bundle', '--splitting', '--minify', '--format=esm', '--out-extension:.js=.mjs'];
    await project.run('esbuild', ...entries, ...options, '--outdir=dist', '--log-level=warning');
    copyFileSync(join(project.folder, 'dist/login-worker.mjs'), join(project.folder, 'dist/login-worker.js'));
    page(project);
  },
};

const webpack: Bundler = {
  name: 'webpack',
  packages: ['webpack@5.112.2', 'webpack-cli@7.3.1'],
  async build(project) {
    const options = ['--mode', 'production', '--entry', './page.mjs', '--output-filename', 'page.mjs'];
    await project.run('webpack', 'build', ...options, '--output-path', 'dist');
    page(project);
  },
};

function bundled({ name, packages, build }: Bundler): Rehearsal {
  return {
    name: `${name}, in a page`,
    async run(stage) {
      needChromium();
      const own = ['browser', 'core', 'node', 'test-server'];
      const files = ['story', 'page', 'site'];
      const project = await freshProject(stage, { name: name.toLowerCase(), own, others: packages, files });
      await build(project);
      checkTold(await inPage(project.folder, 'dist', 'login'), { uploaded: true, loggedOut: true });
      return `${packages.join(', ').replaceAll('@', ' ')}, Chromium`;
    },
  };
}

const inWorker: Rehearsal = {
  name: 'web worker',
  async run(stage) {
    needChromium();
    const own = ['client', 'core', 'node', 'test-server'];
    const files = ['story', 'worker', 'site'];
    const project = await freshProject(stage, { name: 'web-worker', own, others: vite.packages, files });
    await project.run('vite', 'build', '--logLevel', 'warn');
    checkTold(await inPage(project.folder, 'dist', 'platform'));
    return 'the client kernel, signing for itself; vite 8.3.8, Chromium';
  },
};

/** In Chromium. */
export const inBrowsers: readonly Rehearsal[] = [...[vite, esbuild, webpack].map(bundled), inWorker];
