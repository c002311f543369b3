import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { NOTICES, writeLicences } from '../build/licence-list.ts';
import { tarballFaults } from './tarball-faults.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'streamone-tarball-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const WHOLE = {
  'package.json': '{"name":"@streamone/node","dependencies":{"undici":"8.0.0"}}',
  'README.md': 'Unofficial: not affiliated with the vendor.',
  LICENSE: 'MIT',
  'dist/index.js': '',
};

/** The faults of a tarball with these files. */
async function faultsOf(files: Readonly<Record<string, string>>, name = '@streamone/node', devDependencies = {}) {
  for (const [path, text] of Object.entries(files)) {
    const file = join(folder, 'package', path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  const tarball = join(folder, 'package.tgz');
  execFileSync('tar', ['-czf', tarball, '-C', folder, 'package']);
  return tarballFaults({
    manifest: { name, version: '1.0.0', devDependencies },
    folder: '',
    tarball,
    files: Object.keys(files),
  });
}

test('a whole package has none', async () => {
  expect(await faultsOf(WHOLE)).toEqual([]);
});

test.for(['dist/x.test.js', 'dist/.tsbuildinfo', 'test/a.ts', '.env', 'src/.hidden', 'ca.pem'])(
  '%s has no business in a package',
  async (path) => {
    expect(await faultsOf({ ...WHOLE, [path]: '' })).toEqual([`${path} should not be in it`]);
  },
);

test.for(['README.md', 'LICENSE'])('%s has to be there', async (path) => {
  const others = Object.fromEntries(Object.entries(WHOLE).filter(([other]) => other !== path));
  expect(await faultsOf(others)).toEqual([`${path} is missing`]);
});

test('a dependency on the workspace is not for others', async () => {
  const manifest = '{"dependencies":{"@streamone/core":"workspace:*"}}';
  expect(await faultsOf({ ...WHOLE, 'package.json': manifest })).toEqual(['package.json names the workspace']);
});

test('the README says that the package is unofficial', async () => {
  expect(await faultsOf({ ...WHOLE, 'README.md': 'The best there is.' })).toHaveLength(1);
});

test('what a bundle holds by design has its licence in the list', async () => {
  const listed = ['ky', 'zod'].map((name) => ({
    name,
    version: '1.0.0',
    licence: 'MIT',
    source: 'there',
    text: 'MIT',
  }));
  const list = { ...WHOLE, [`dist/${NOTICES}`]: writeLicences('@streamone/cli', listed) };
  const within = { commander: '15', '@types/node': '24', '@streamone/core': 'workspace:*' };
  expect(await faultsOf(list, '@streamone/client')).toEqual([]);
  expect(await faultsOf(WHOLE, '@streamone/client')).toHaveLength(1);
  const faults = await faultsOf(list, '@streamone/cli', within);
  expect(faults.map((fault) => /licence of (\S+),/.exec(fault)?.[1])).toEqual(['commander', 'undici']);
});
