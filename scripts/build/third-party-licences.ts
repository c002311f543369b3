import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { NOTICES, readLicences, writeLicences } from './licence-list.ts';
import { type InlinedPackage, packageFolder, readPackage } from './package-of.ts';

interface OutputFile {
  readonly type: 'chunk' | 'asset';
  readonly moduleIds?: readonly string[];
}

/** A file's path in a module's ID, which may carry a mark in front and a query behind; undefined for one made up. */
function fileOf(id: string): string | undefined {
  const path = id.replace(/^\0/, '').replace(/\?.*$/, '');
  return existsSync(path) ? path : undefined;
}

/** What one module brings: its package, or what a bundle of this workspace says that it holds. */
function broughtBy(file: string): readonly InlinedPackage[] {
  const folder = packageFolder(file);
  if (folder.includes('node_modules')) return [readPackage(folder)];
  const list = join(folder, 'dist', NOTICES);
  return file.startsWith(join(folder, 'dist')) && existsSync(list) ? readLicences(readFileSync(list, 'utf8')) : [];
}

/**
 * A plugin that writes the licences of all packages whose code is in the bundles of the package in `folder`: those ask to
 * be passed on with the code. One plugin serves all builds of a package, each of which adds to the list.
 */
export function thirdPartyLicences(folder: string): {
  readonly name: string;
  writeBundle(options: unknown, bundle: Readonly<Record<string, OutputFile>>): void;
} {
  const found = new Map<string, InlinedPackage>();
  const dist = join(folder, 'dist');
  const { name: ours } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { readonly name: string };
  return {
    name: 'third-party-licences',
    writeBundle(_options, bundle) {
      const files = Object.values(bundle)
        .flatMap(({ moduleIds = [] }) => moduleIds)
        .flatMap((id) => fileOf(id) ?? []);
      for (const one of files.flatMap(broughtBy)) found.set(`${one.name}@${one.version}`, one);
      mkdirSync(dist, { recursive: true });
      if (found.size === 0) rmSync(join(dist, NOTICES), { force: true });
      else writeFileSync(join(dist, NOTICES), writeLicences(ours, found.values()));
    },
  };
}
