import { readFileSync } from 'node:fs';

/** What can be imported, and the file where it begins. */
export interface Module {
  /** As it is imported: `@streamone/core/catalogue`. */
  readonly name: string;
  readonly file: string;
}

/** A package, as its page tells it. */
export interface ToldPackage {
  readonly name: string;
  readonly folder: string;
  readonly description: string;
  readonly modules: readonly Module[];
}

const FOLDERS = ['node', 'browser', 'client', 'core', 'test-server'] as const;

interface Manifest {
  readonly name: string;
  readonly description: string;
  readonly exports: Readonly<Record<string, string | { readonly types: string }>>;
}

const packages = new URL('../../../packages/', import.meta.url);

/** The manifest of a package. */
export function readManifest(folder: string): Manifest {
  return JSON.parse(readFileSync(new URL(`${folder}/package.json`, packages), 'utf8')) as Manifest;
}

/** The packages that programs import, with all their entry points. */
export function toldPackages(): readonly ToldPackage[] {
  return FOLDERS.map((folder) => {
    const { name, description, exports } = readManifest(folder);
    const modules = Object.entries(exports).flatMap(([path, target]): readonly Module[] => {
      if (typeof target === 'string') return [];
      const source = target.types.replace('./dist/', 'src/').replace('.d.ts', '.ts');
      return [{ name: `${name}${path.slice(1)}`, file: new URL(`${folder}/${source}`, packages).pathname }];
    });
    return { name, folder, description, modules };
  });
}
