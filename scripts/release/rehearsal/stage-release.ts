import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { publicPackages } from '../../check/pack-packages.ts';
import { releasedVersion } from '../released-version.ts';
import { runCommand } from '../run-command.ts';
import { copyTree } from './copy-tree.ts';
import { plainEnvironment } from './environments.ts';

/** A copy of the tree, versioned and built as for a release. */
export interface StagedRelease {
  readonly folder: string;
  readonly version: string;
  /** The changelogs, by package. */
  readonly changelogs: ReadonlyMap<string, string>;
}

/** Makes one. The tree itself stays as it is. */
export async function stageRelease(tree: string, folder: string, tell: (text: string) => void): Promise<StagedRelease> {
  const path = `${join(folder, 'node_modules/.bin')}:${plainEnvironment()['PATH']}`;
  const env = plainEnvironment({ PATH: path, TURBO_TELEMETRY_DISABLED: '1', CI: 'true' });
  const run = (command: string, ...args: readonly string[]): Promise<string> =>
    runCommand(command, args, { cwd: folder, env });
  await copyTree(tree, folder);
  const pnpm = join(tree, 'node_modules/pnpm/bin/pnpm.cjs');
  await run(process.execPath, pnpm, 'install', '--frozen-lockfile', '--prefer-offline', '--reporter=silent');
  tell('installed a copy of the tree');
  await run('npm', 'run', '--silent', 'release:version');
  // What the new versions lead to must fit the lockfile as it is.
  await run(process.execPath, pnpm, 'install', '--frozen-lockfile', '--offline', '--reporter=silent');
  tell('brought it to the next version');
  await run('turbo', 'run', 'build', '--filter=./packages/*', '--output-logs=errors-only');
  tell('built it');
  const packages = publicPackages(folder);
  const changelogs = packages.map(({ folder: own, manifest }) => {
    const text = readFileSync(join(folder, own, 'CHANGELOG.md'), 'utf8');
    return [manifest.name, text] as const;
  });
  return {
    folder,
    version: releasedVersion(packages.map(({ manifest }) => manifest)),
    changelogs: new Map(changelogs),
  };
}
