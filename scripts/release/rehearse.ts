// `npm run release:rehearse`: releases everything to a registry of its own on loopback, from a copy of the tree, and
// uses what it gets from there in every way that the packages are made for. Nothing leaves this machine but what
// installs other packages; nothing stays but npm's cache.
//   --release <folder> tarballs that are packed already, in the place of those of this tree
//   --only <pattern>   only the ways whose name fits
//   --keep             leave the folder with everything that was made, and say where it is
import { mkdirSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { packedReleases } from './packed-releases.ts';
import { publishEnvironment } from './rehearsal/environments.ts';
import { type LocalRegistry, installRegistry, startRegistry } from './rehearsal/local-registry.ts';
import { type Rehearsal, performAll } from './rehearsal/perform.ts';
import { stageRelease } from './rehearsal/stage-release.ts';
import { type Outcome, table } from './rehearsal/table.ts';
import { ways } from './rehearsal/ways/index.ts';
import { releasedVersion } from './released-version.ts';
import { runCommand } from './run-command.ts';

const { values } = parseArgs({
  options: { release: { type: 'string' }, only: { type: 'string' }, keep: { type: 'boolean', default: false } },
});
const chosen = ways.filter(({ name }) => new RegExp(values.only ?? '', 'i').test(name));
if (chosen.length === 0)
  throw new Error(`nothing fits --only ${values.only}: ${ways.map(({ name }) => name).join(', ')}`);

/** Performs a way in a folder of its own, which goes when it is done: together they are too many to remove at once. */
function inOwnFolder({ name, run }: Rehearsal, at: number): Rehearsal {
  return {
    name,
    async run(stage) {
      const own = join(stage.folder, String(at));
      mkdirSync(own);
      try {
        return await run({ ...stage, folder: own });
      } finally {
        if (!values.keep) await rm(own, { recursive: true, force: true });
      }
    },
  };
}

const started = performance.now();
const tell = (text: string): void =>
  console.log(`${((performance.now() - started) / 1000).toFixed(1).padStart(6)} s  ${text}`);

const folder = mkdtempSync(join(realpathSync(tmpdir()), 'streamone-rehearsal-'));
const removeFolder = (): void => {
  if (!values.keep) rmSync(folder, { recursive: true, force: true });
};
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));
process.once('exit', removeFolder);

let registry: LocalRegistry | undefined;
try {
  const copy = join(folder, 'tree');
  const [tarballs] = await Promise.all([
    values.release === undefined ? stageRelease(process.cwd(), copy, tell) : resolve(values.release),
    installRegistry(join(folder, 'registry')).then(() => tell('installed the registry')),
  ]);
  registry = await startRegistry(join(folder, 'registry'));
  tell(`it listens on ${registry.url}`);
  const env = publishEnvironment(process.cwd(), registry.home, { RELEASE_REGISTRY: registry.url });
  await runCommand(process.execPath, ['scripts/release/publish.ts', tarballs], { cwd: process.cwd(), env });
  const version = releasedVersion((await packedReleases(tarballs)).map(({ manifest }) => manifest));
  tell(`published ${version}`);
  // While something else is done: it is many files, and a slow disk takes minutes for them.
  const removing = values.keep ? undefined : rm(copy, { recursive: true, force: true });

  const projects = join(folder, 'projects');
  mkdirSync(projects);
  const outcomes = await performAll(
    chosen.map(inOwnFolder),
    { folder: projects, registry: registry.url, version },
    {
      atOnce: 2,
      tell: ({ result, name, why }: Outcome) => tell(`${result}: ${name}${why === undefined ? '' : `\n${why}`}`),
    },
  );
  await removing;
  console.log(`\n${table(outcomes)}`);
  const nothingMayBeMissing = process.env['CI'] === 'true';
  const bad = outcomes.filter(({ result }) => result === 'FAILED' || (nothingMayBeMissing && result === 'left out'));
  process.exitCode = bad.length === 0 ? 0 : 1;
} finally {
  await registry?.close();
  removeFolder();
  tell('stopped the registry and cleared up');
  if (values.keep) console.log(`kept: ${folder}`);
}
