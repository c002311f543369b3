import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkTold } from '../check-told.ts';
import { freshProject } from '../fresh-project.ts';
import type { Rehearsal } from '../perform.ts';

const OWN = ['core', 'client', 'node', 'browser', 'test-server'] as const;

type Exports = Readonly<Record<string, unknown>>;

/** A module that looks at the types of every entry of these packages, whatever else the story uses. */
function everyEntry(folder: string, parts: readonly string[]): string {
  const entries = parts.flatMap((part) => {
    const manifest = readFileSync(join(folder, 'node_modules/@streamone', part, 'package.json'), 'utf8');
    const { name, exports } = JSON.parse(manifest) as { readonly name: string; readonly exports: Exports };
    return Object.keys(exports)
      .filter((path) => !path.endsWith('.json'))
      .map((path) => name + path.slice(1));
  });
  return entries.map((entry, at) => `export type * as entry${at} from '${entry}';\n`).join('');
}

function withTypeScript(version: string): Rehearsal {
  return {
    name: `TypeScript ${version.replace(/\.\d+$/, '')}`,
    async run(stage) {
      const { folder, run } = await freshProject(stage, {
        name: `typescript-${version}`,
        own: OWN,
        // What tests use beside: the types of `@streamone/test-server/msw` and `/vitest` name theirs.
        others: [`typescript@${version}`, '@types/node@24.19.2', 'msw@3.0.5', 'vitest@5.1.1'],
        files: ['story', 'node', 'page', 'types'],
      });
      writeFileSync(join(folder, 'entries.ts'), everyEntry(folder, OWN));
      writeFileSync(join(folder, 'page-entries.ts'), everyEntry(folder, ['core', 'client', 'browser']));
      for (const config of ['nodenext', 'bundler', 'page']) await run('tsc', '-p', `tsconfig.${config}.json`);
      checkTold(await run('node', 'main.mjs'), { loggedIn: 'editor' });
      return `typescript ${version}: nodenext, bundler, a page without Node's types`;
    },
  };
}

/** The compilers that the types are for. */
export const typed: readonly Rehearsal[] = ['5.9.3', '6.0.3', '7.0.2'].map(withTypeScript);
