import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

type Target = string | { readonly [condition: string]: Target } | undefined;

interface Manifest {
  readonly name: string;
  readonly main?: string;
  readonly module?: string;
  readonly exports?: Target;
}

/** The file that a browser gets by the conditions of `exports`. */
function fileOf(target: Target): string | undefined {
  if (target === undefined || typeof target === 'string') return target;
  for (const [condition, found] of Object.entries(target)) {
    if (['browser', 'import', 'module', 'default'].includes(condition)) return fileOf(found);
  }
  return undefined;
}

/** What a package maps its names to. */
function entriesOf(folder: string, at: string): [string, string][] {
  const { name, main, module, exports } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Manifest;
  const isByPath = typeof exports === 'object' && '.' in exports;
  const all: Readonly<Record<string, Target>> = isByPath ? exports : { '.': exports ?? module ?? main };
  return Object.entries(all).flatMap(([path, target]) => {
    const file = fileOf(target);
    if (file === undefined || path.includes('*') || !/\.m?js$/.test(file)) return [];
    return [[join(name, path), join('/', at, file)] as [string, string]];
  });
}

/** An import map for the packages in a `node_modules`, and its hash, by which a policy lets it in. */
export function importMap(modules: string): { readonly script: string; readonly hash: string } {
  const names = readdirSync(modules).flatMap((name) =>
    name.startsWith('@') ? readdirSync(join(modules, name)).map((own) => `${name}/${own}`) : [name],
  );
  const found = names.filter((name) => existsSync(join(modules, name, 'package.json')));
  const imports = Object.fromEntries(found.flatMap((name) => entriesOf(join(modules, name), `node_modules/${name}`)));
  const script = JSON.stringify({ imports });
  return { script, hash: `'sha256-${createHash('sha256').update(script).digest('base64')}'` };
}
