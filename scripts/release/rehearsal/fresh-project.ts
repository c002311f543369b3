import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runCommand } from '../run-command.ts';
import { plainEnvironment } from './environments.ts';
import { writeStory } from './write-story.ts';

/** What a rehearsal works with. */
export interface Stage {
  /** A folder for projects, outside of the workspace. */
  readonly folder: string;
  /** The registry that has the packages. */
  readonly registry: string;
  /** What they were released as. */
  readonly version: string;
}

/** What somebody begins with. */
export interface ProjectOptions {
  readonly name: string;
  readonly type?: 'module' | 'commonjs';
  /** Our packages, without their scope. */
  readonly own: readonly string[];
  /** Others, as `vite@8.3.8`; they come from the machine's own registry. */
  readonly others?: readonly string[];
  /** Folders of `projects` whose files it gets. */
  readonly files?: readonly string[];
}

/** A project in a folder of its own, with its packages installed. */
export interface FreshProject {
  readonly folder: string;
  /** Runs a command there, as somebody in a terminal would. @returns its stdout */
  readonly run: (command: string, ...args: readonly string[]) => Promise<string>;
}

const PROJECTS = fileURLToPath(new URL('../projects/', import.meta.url));

/** Makes one, installs its packages by npm, and makes sure that ours are the ones that were just published. */
export async function freshProject(stage: Stage, options: ProjectOptions): Promise<FreshProject> {
  const { name, type = 'module', own, others = [], files = [] } = options;
  const folder = join(stage.folder, name);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ name, private: true, type }));
  writeFileSync(join(folder, '.npmrc'), `@streamone:registry=${stage.registry}\n`);
  for (const part of files) cpSync(join(PROJECTS, part), folder, { recursive: true });
  writeStory(folder);
  const run = (command: string, ...args: readonly string[]): Promise<string> => {
    const path = `${join(folder, 'node_modules/.bin')}:${plainEnvironment()['PATH']}`;
    return runCommand(command, args, { cwd: folder, env: plainEnvironment({ PATH: path }) });
  };
  const wanted = [...own.map((part) => `@streamone/${part}@${stage.version}`), ...others];
  await run('npm', 'install', '--no-audit', '--no-fund', ...wanted);
  for (const part of own) {
    const manifest = readFileSync(join(folder, 'node_modules/@streamone', part, 'package.json'), 'utf8');
    const { version } = JSON.parse(manifest) as { readonly version: string };
    if (version !== stage.version) throw new Error(`@streamone/${part} ${version} was installed`);
  }
  return { folder, run };
}
