import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Manifest } from '../check/pack-packages.ts';
import type { Release } from './publish-package.ts';
import { runCommand } from './run-command.ts';

/** A package that is packed, with what its own manifest says. */
export type PackedRelease = Release & { readonly manifest: Pick<Manifest, 'dependencies'> };

/**
 * Reads the packages of a folder, from the tarballs themselves: what is published is what they hold.
 *
 * @throws Error where there are none, or something else is in the folder
 */
export async function packedReleases(folder: string): Promise<readonly PackedRelease[]> {
  const names = readdirSync(folder).toSorted();
  const others = names.filter((name) => !name.endsWith('.tgz'));
  if (others.length > 0) throw new Error(`${folder} has more than tarballs in it: ${others.join(', ')}`);
  if (names.length === 0) throw new Error(`${folder} has no tarballs in it`);
  return Promise.all(
    names.map(async (name) => {
      const tarball = join(folder, name);
      const manifest = await runCommand('tar', ['-xzOf', tarball, 'package/package.json'], { cwd: folder });
      return { tarball, manifest: JSON.parse(manifest) as PackedRelease['manifest'] };
    }),
  );
}
