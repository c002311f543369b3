import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Writes into manifests which repository they come from, where they don't say so: a registry refuses provenance that
 * names another than the manifest does. Only a hosted workflow knows it, and tells it by its environment.
 *
 * @param packages their folders, from `root`
 */
export function nameRepository(
  packages: readonly { readonly folder: string }[],
  env: NodeJS.ProcessEnv,
  root = process.cwd(),
): void {
  const { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository } = env;
  if (!server || !repository) return;
  for (const { folder: directory } of packages) {
    const path = join(root, directory, 'package.json');
    const manifest = JSON.parse(readFileSync(path, 'utf8')) as Record<string, unknown>;
    if (manifest['repository'] !== undefined) continue;
    const named = { ...manifest, repository: { type: 'git', url: `git+${server}/${repository}.git`, directory } };
    writeFileSync(path, `${JSON.stringify(named, null, 2)}\n`);
  }
}
