import { globSync, readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import ts from 'typescript';

/** What one package of the workspace imports in what it ships; tests, trials and scripts aside. */
export interface ImportingPackage {
  /** `packages/core`. */
  readonly folder: string;
  /** Packages of this workspace, by name without the scope. */
  readonly ours: readonly string[];
  /** Others, types that are only looked at included. */
  readonly others: readonly string[];
}

const LEFT_OUT =
  /\.(test|generated|config)\.tsx?$|\/(test|bench|scripts|node_modules|dist|build)\/|\.vitepress\/(cache|dist)\//;

function packageName(specifier: string): string {
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
}

function importsOf(file: string): readonly string[] {
  const { importedFiles } = ts.preProcessFile(readFileSync(file, 'utf8'), true, true);
  return importedFiles
    .map(({ fileName }) => fileName)
    .filter((specifier) => /^[@a-z]/.test(specifier) && !/^(node|virtual):/.test(specifier))
    .map(packageName)
    .filter((name) => !builtinModules.includes(name));
}

/** Reads what the modules of each package import. */
export function importGraph(): readonly ImportingPackage[] {
  const folders = globSync('packages/*/package.json').concat(globSync('apps/*/package.json'));
  return folders
    .map((path) => path.replace('/package.json', ''))
    .sort()
    .map((folder) => {
      const files = globSync(folder.startsWith('apps/') ? `${folder}/**/*.{ts,tsx,vue}` : `${folder}/src/**/*.ts`);
      const names = [...new Set(files.filter((file) => !LEFT_OUT.test(file)).flatMap(importsOf))].sort();
      const ours = names.filter((name) => name.startsWith('@streamone/')).map((name) => name.split('/')[1] ?? '');
      return { folder, ours, others: names.filter((name) => !name.startsWith('@streamone/')) };
    });
}
