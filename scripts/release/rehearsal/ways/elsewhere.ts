import { checkTold } from '../check-told.ts';
import { type FreshProject, type ProjectOptions, type Stage, freshProject } from '../fresh-project.ts';
import { NotHereError, type Rehearsal } from '../perform.ts';

/** A runtime from the npm registry, which may have none for this machine. */
async function withRuntime(
  stage: Stage,
  runtime: string,
  command: string,
  options: ProjectOptions,
): Promise<FreshProject> {
  const project = await freshProject(stage, options);
  try {
    await project.run('npm', 'install', '--no-audit', '--no-fund', runtime);
    await project.run(command, '--version');
  } catch (error) {
    throw new NotHereError(`${runtime} can't be installed or started here: ${String(error)}`);
  }
  return project;
}

const bun: Rehearsal = {
  name: 'bun',
  async run(stage) {
    const options = { name: 'bun', own: ['node', 'test-server'], files: ['story', 'bun'] };
    const { run } = await withRuntime(stage, 'bun@1.4.5', 'bun', options);
    checkTold(await run('bun', 'main.ts'), { loggedIn: 'editor' });
    return `bun ${(await run('bun', '--version')).trim()}, over httpTransport()`;
  },
};

const workerd: Rehearsal = {
  name: 'workerd',
  async run(stage) {
    const { run } = await withRuntime(stage, 'miniflare@4.20260730.0', 'workerd', {
      name: 'workerd',
      own: ['client', 'core', 'test-server'],
      others: ['esbuild@0.28.2'],
      files: ['story', 'workerd'],
    });
    const options = ['--bundle', '--format=esm', '--conditions=workerd,worker,browser', '--outfile=dist/worker.js'];
    await run('esbuild', 'worker.mjs', ...options, '--log-level=warning');
    checkTold(await run('node', 'main.mjs'));
    return `${(await run('workerd', '--version')).trim()}, by miniflare`;
  },
};

/** On runtimes that are neither Node nor a browser. */
export const elsewhere: readonly Rehearsal[] = [bun, workerd];
