import { execFile } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** What of a package's manifest is looked at here. */
export interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly private?: boolean;
  readonly engines?: { readonly node?: string };
  readonly exports?: Readonly<Record<string, unknown>>;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
  readonly publishConfig?: Readonly<Record<string, string | boolean>>;
}

/** A package of the workspace, as it would be published. */
export interface PackedPackage {
  readonly manifest: Manifest;
  /** Where its sources are, from the root: `packages/core`. */
  readonly folder: string;
  readonly tarball: string;
  /** The paths within. */
  readonly files: readonly string[];
}

/** The folders of all packages that are published, from the root. */
export function publicPackages(root = '.'): readonly { readonly folder: string; readonly manifest: Manifest }[] {
  return readdirSync(join(root, 'packages'))
    .map((name) => `packages/${name}`)
    .map((folder) => ({
      folder,
      manifest: JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8')) as Manifest,
    }))
    .filter(({ manifest }) => manifest.private !== true);
}

/** Packs every public package into a folder, as `pnpm publish` would send it. The packages must be built. */
export async function packPackages(into: string): Promise<readonly PackedPackage[]> {
  const packed: PackedPackage[] = [];
  for (const { folder, manifest } of publicPackages()) {
    const { stdout } = await run('pnpm', ['pack', '--json', '--pack-destination', into], { cwd: folder });
    const { filename: tarball } = JSON.parse(stdout) as { readonly filename: string };
    // pnpm's own list lacks the licence, which it takes from the root.
    const { stdout: list } = await run('tar', ['-tzf', tarball], { maxBuffer: 2 ** 26 });
    const files = list.trim().split('\n');
    packed.push({ manifest, folder, tarball, files: files.map((path) => path.replace(/^package\//, '')) });
  }
  return packed;
}
