import { join } from 'node:path';
import { pendingChangesets } from '../pending-changesets.ts';
import { runCommand } from '../run-command.ts';
import { copyTree } from './copy-tree.ts';
import { plainEnvironment } from './environments.ts';

/**
 * Makes a copy of a tree, brings it to its next version, where that is not what it is already, builds and packs it. The
 * tree itself stays as it is.
 *
 * @returns the folder with the tarballs
 */
export async function stageRelease(tree: string, folder: string, tell: (text: string) => void): Promise<string> {
  const path = `${join(folder, 'node_modules/.bin')}:${plainEnvironment()['PATH']}`;
  const env = plainEnvironment({ PATH: path, TURBO_TELEMETRY_DISABLED: '1', CI: 'true' });
  const run = (command: string, ...args: readonly string[]): Promise<string> =>
    runCommand(command, args, { cwd: folder, env });
  await copyTree(tree, folder);
  const pnpm = join(tree, 'node_modules/pnpm/bin/pnpm.cjs');
  await run(process.execPath, pnpm, 'install', '--frozen-lockfile', '--prefer-offline', '--reporter=silent');
  tell('installed a copy of the tree');
  // A commit that is released has taken them up.
  if (pendingChangesets(folder).length > 0) {
    await run('npm', 'run', '--silent', 'release:version');
    // What the new versions lead to must fit the lockfile as it is.
    await run(process.execPath, pnpm, 'install', '--frozen-lockfile', '--offline', '--reporter=silent');
    tell('brought it to the next version');
  }
  await run('turbo', 'run', 'build', '--filter=./packages/*', '--output-logs=errors-only');
  await run(process.execPath, 'scripts/release/pack.ts', 'release');
  tell('built and packed it');
  return join(folder, 'release');
}
