import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { publicPackages } from '../check/pack-packages.ts';
import { isLoopback } from './registry-guard.ts';
import { releasedVersion } from './released-version.ts';

const ROOT = `${import.meta.dirname}/../..`;
const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8');
const packages = publicPackages(ROOT).map(({ manifest }) => manifest);

test.for(packages)('a stray publish of $name meets a closed port', ({ publishConfig }) => {
  // The scope's too: one of an .npmrc is stronger than `registry`.
  const keys = ['@streamone:registry', 'registry'];
  expect(Object.keys(publishConfig ?? {}).filter((key) => key.includes('registry'))).toEqual(keys);
  for (const key of keys) expect(isLoopback(String(publishConfig?.[key]))).toBe(true);
});

test('all packages are released together, what is private not at all', () => {
  const config = JSON.parse(read('.changeset/config.json')) as Readonly<Record<string, unknown>>;
  expect(config).toMatchObject({
    fixed: [['@streamone/*']],
    access: 'public',
    commit: false,
    privatePackages: { version: false, tag: false },
  });
  expect(releasedVersion(packages)).toMatch(/^\d+\.\d+\.\d+$/);
  const differing = [
    { name: 'a', version: '0.1.0' },
    { name: 'b', version: '0.2.0' },
  ];
  expect(() => releasedVersion(differing)).toThrow('a 0.1.0, b 0.2.0');
  expect(() => releasedVersion([])).toThrow('none');
});

test('the workflow names no registry and no secret, and signs where packages come from', () => {
  const text = read('.github/workflows/release.yml');
  expect(text).toMatch(/RELEASE_REGISTRY: \$\{\{ vars\.\w+ \}\}/);
  expect(text).toMatch(/NPM_CONFIG_PROVENANCE: 'true'/);
  expect(text).toMatch(/id-token: write/);
  expect(text.match(/https?:\/\//g)).toBeNull();
});

test.for(['ci.yml', 'release.yml'])('%s uses the code of others by commit', (name) => {
  const used = [...read(`.github/workflows/${name}`).matchAll(/uses: (\S+)/g)].map(([, action]) => action);
  expect(used).not.toEqual([]);
  // A tag can be moved to other code; a commit can't.
  for (const action of used) expect(action).toMatch(/@[0-9a-f]{40}$/);
});

test('where there is a right to publish nothing is installed or built, and nowhere else is there one', () => {
  const [, ...parts] = read('.github/workflows/release.yml').split(/^ {2}(?=\w+:$)/m);
  const jobs = parts.filter((part) => /runs-on:/.test(part));
  expect(jobs.map((job) => job.split(':')[0])).toEqual(['version', 'pack', 'rehearse', 'publish', 'tag']);
  for (const job of jobs) {
    const runs = [...job.matchAll(/run: (.+)/g)].map(([, command]) => command);
    if (job.startsWith('publish:')) {
      expect(job).toMatch(/permissions:\n {6}contents: read\n {6}id-token: write/);
      expect(runs).toEqual(['npm run release:publish release']);
      expect(job).toMatch(/environment: release/);
    } else {
      expect(job).not.toMatch(/id-token|secrets\./);
    }
    if (/^(pack|rehearse):/.test(job)) expect(job).toMatch(/permissions:\n {6}contents: read\n {4}steps/);
    // What is published was built by what the lockfile names, and is what was rehearsed.
    if (job.startsWith('pack:')) expect(runs).toEqual(['npm run release:pack release']);
    if (job.startsWith('rehearse:')) expect(runs.at(-1)).toBe('npm run release:rehearse -- --release release');
    expect(job).toMatch(/persist-credentials: false/);
  }
  // Asked before the next version is made in the same folder.
  expect(jobs[0]).toMatch(/tell-unreleased[^]*changesets\/action/);
  const { scripts } = JSON.parse(read('package.json')) as { scripts: Readonly<Record<string, string>> };
  expect(scripts['release:publish']).toBe('node scripts/release/publish.ts');
});
